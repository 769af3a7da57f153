package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.formats.WeightsReader;
import dev.pleat.formats.keras.KerasWeightsReader;
import dev.pleat.formats.tensorflow.CheckpointReader;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real networks: their weights are found under the names that an annotated class would have. */
final class SharedWeightsTest {
    private Path models;

    @BeforeEach
    void findModels() {
        Optional<Path> found = Stream.of("../../shared", "../shared", "../../../shared")
                .map(shared -> Path.of(shared, "models"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "shared/models is not beside the project");
        models = found.get();
    }

    @ParameterizedTest
    @CsvSource({
        "mlperf_ad/ad01.h5",
        "mlperf_vww/vww_96.h5",
        "mlperf_ic/pretrainedResnet.h5",
        "splice_donor/Donor.h5",
        "eegnet/EEGNet-8-2-weights.h5",
        "xception_emotion/fer2013_mini_XCEPTION.119-0.65.hdf5",
    })
    void keras(String name) throws IOException {
        Path file = models.resolve(name);
        Map<String, Tensor> expected = new SafetensorsWeightsReader().read(file.resolveSibling("weights.safetensors"));

        same(WeightNaming.KERAS, new KerasWeightsReader(), file, expected);
    }

    @Test
    void checkpointOfSlim() throws IOException {
        Path folder = models.resolve("slim_ckpt_20");
        Map<String, Tensor> expected = new LinkedHashMap<>();
        new NpzReader()
                .read(folder.resolve("weights.npz"))
                .forEach((name, tensor) -> expected.put(ofTensorFlow(name), tensor));

        Path file = folder.resolve("722_dscnn_with_20_labels/ds_cnn_9279.ckpt-12000");
        same(WeightNaming.TF1, new CheckpointReader(), file, expected);
    }

    @Test
    void namesOfTensorFlow() throws IOException {
        Path file = models.resolve("dscnn_tf1_S/weights.npz");
        Map<String, Tensor> expected = new LinkedHashMap<>();
        new NpzReader().read(file).forEach((name, tensor) -> expected.put(ofTensorFlow(name), tensor));

        same(WeightNaming.TF1, new NpzReader(), file, expected);
    }

    @Test
    void namesOfPyTorch() throws IOException {
        Path file = models.resolve("face_slim320/weights.npz");
        Map<String, Tensor> expected = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new NpzReader().read(file);
        tensors.forEach((name, tensor) -> {
            int cut = name.lastIndexOf('.');
            String path = name.substring(0, cut);
            boolean norm = tensors.containsKey(path + ".running_var");
            String role = WeightNaming.TORCH.role(name.substring(cut + 1));
            String weight =
                    role.equals("weight") ? norm ? "gamma" : "kernel" : norm && role.equals("bias") ? "beta" : role;
            Tensor value = role.equals("weight") && !norm ? toKeras(tensor) : tensor;
            expected.put(member(path.replace('.', '_')) + "/" + weight, value);
        });

        same(WeightNaming.TORCH, new NpzReader(), file, expected);
    }

    private static void same(WeightNaming naming, WeightsReader reader, Path file, Map<String, Tensor> expected)
            throws IOException {
        List<TensorSpec> specs = new ArrayList<>();
        expected.forEach((name, tensor) -> specs.add(new TensorSpec(name, tensor.shape())));

        NamedWeights found = naming.apply(file, reader.read(file), specs, Map.of(), false);

        assertThat(found.notes()).isEmpty();
        assertThat(found.tensors().keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, tensor) ->
                assertThat(found.tensors().get(name).values()).as(name).isEqualTo(tensor.values()));
    }

    // DS-CNN/conv_ds_1/dw_conv/batch_norm/beta: convDs1DwConvBatchNorm/beta.
    private static String ofTensorFlow(String name) {
        int cut = name.lastIndexOf('/');
        String path = name.substring(name.indexOf('/') + 1, cut);
        return member(path) + "/" + WeightNaming.TF1.role(name.substring(cut + 1));
    }

    private static String member(String path) {
        StringBuilder member = new StringBuilder();
        for (String word : path.split("[/_]")) {
            boolean number = Character.isDigit(word.charAt(0));
            member.append(member.length() == 0 ? "" : number ? "_" : "");
            member.append(
                    member.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return member.toString();
    }

    // [out, in, height, width] to [height, width, in, out], slowly.
    private static Tensor toKeras(Tensor tensor) {
        int[] s = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            int x = i % s[3];
            int y = i / s[3] % s[2];
            int in = i / (s[3] * s[2]) % s[1];
            int out = i / (s[3] * s[2] * s[1]);
            values[((y * s[3] + x) * s[1] + in) * s[0] + out] = tensor.values()[i];
        }
        return Tensor.of(values, s[2], s[3], s[1], s[0]);
    }
}
