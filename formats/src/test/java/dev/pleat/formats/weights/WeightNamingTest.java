package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeightNamingTest {
    private static final Path FILE = Path.of("weights.file");

    private final Map<String, Tensor> file = new LinkedHashMap<>();
    private final List<TensorSpec> expected = new java.util.ArrayList<>();
    private float next = 1;

    @ParameterizedTest
    @CsvSource({
        "KERAS, dense/kernel",
        "KERAS, dense/kernel:0",
        "KERAS, /model_weights/dense/dense/kernel:0",
        "KERAS, dense/sequential_3/dense/kernel:0",
        "KERAS, sequential/dense/kernel",
        "KERAS, dense/kernel/.ATTRIBUTES/VARIABLE_VALUE",
        "KERAS, layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE",
        "KERAS, layers/dense/vars/0",
        "KERAS, dense/W",
        "TF1, dense/weights",
        "TF1, net/scope/dense/weights",
        "TF1, Dense/kernel",
        "TF1, fully_connected/weights",
        "TORCH, dense.weight",
        "TORCH, classifier.dense.weight",
        "TORCH, fc.weight",
    })
    void findsALayerByName(WeightNaming naming, String name) throws FormatException {
        file.put(name, tensor(2, 2));
        expect("dense/kernel", 2, 2);

        assertThat(apply(naming).sources()).containsExactly(Map.entry("dense/kernel", name));
    }

    @ParameterizedTest
    @CsvSource({
        "TF1, conv1Norm, conv_1/batch_norm, conv1, conv_1",
        "TF1, conv1Bn, DS-CNN/conv_1/BatchNorm, conv1, DS-CNN/conv_1",
        "TF1, norm, DS-CNN/conv_1/BatchNorm, conv1, DS-CNN/conv_1",
        "TF1, batchNormalization1, batch_normalization_1, conv2d1, conv2d_1",
        "KERAS, batchNormalization1, batch_normalization_1/batch_normalization_1, conv, conv/conv",
    })
    void findsNorms(WeightNaming naming, String norm, String normScope, String conv, String convScope)
            throws FormatException {
        file.put(convScope + "/weights", tensor(3, 3, 1, 4));
        for (String part : List.of("beta", "moving_mean", "moving_variance")) {
            file.put(normScope + "/" + part, tensor(4));
            file.put("other/BatchNorm/" + part, tensor(4));
        }
        expect(conv + "/kernel", 3, 3, 1, 4);
        expect(norm + "/gamma", 4);
        expect(norm + "/beta", 4);
        expect(norm + "/moving_mean", 4);
        expect(norm + "/moving_variance", 4);

        NamedWeights found = apply(naming);

        assertThat(found.tensors().get(norm + "/beta").values())
                .isEqualTo(file.get(normScope + "/beta").values());
        assertThat(found.tensors().get(norm + "/gamma").values()).containsExactly(1, 1, 1, 1);
        assertThat(found.notes())
                .containsExactly(
                        "'%s/gamma' is not in the file, as of a norm that was trained without it; it counts as 1"
                                .formatted(norm));
        assertThat(found.unused()).hasSize(3).allMatch(name -> name.startsWith("other/"));
    }

    @Test
    void takesNumberedLayersOfEachClassInOrder() throws FormatException {
        for (String name : List.of("conv2d_10", "conv2d", "conv2d_2", "dense")) {
            file.put("layers/" + name + "/vars/0", name.equals("dense") ? tensor(1, 1) : tensor(1, 1, 1, 1));
            file.put("layers/" + name + "/vars/1", tensor(1));
        }
        for (String name : List.of("a", "b", "c")) {
            expect(name + "/kernel", 1, 1, 1, 1);
            expect(name + "/bias", 1);
        }
        expect("d/kernel", 1, 1);
        expect("d/bias", 1);

        assertThat(apply(WeightNaming.KERAS).sources())
                .containsEntry("a/kernel", "layers/conv2d/vars/0")
                .containsEntry("b/bias", "layers/conv2d_2/vars/1")
                .containsEntry("c/kernel", "layers/conv2d_10/vars/0")
                .containsEntry("d/bias", "layers/dense/vars/1");
    }

    @Test
    void takesTheLayersOfAStateDict() throws Exception {
        file.putAll(new TorchReader().read(NpzReaderTest.FILES.resolve("state_dict.pth")));
        expect("features0/kernel", 3, 3, 2, 4);
        expect("features0/bias", 4);
        for (String weight : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
            expect("features_1/" + weight, 4);
        }
        expect("features2/alpha", 1, 1, 4);
        expect("features3/kernel", 3, 3, 1, 8);
        expect("classifier/kernel", 8, 3);
        expect("classifier/bias", 3);
        file.computeIfPresent("features.1.running_var", (name, tensor) -> tensor(4));

        NamedWeights found = apply(WeightNaming.TORCH);

        Tensor kernel = found.tensors().get("features0/kernel");
        Tensor torch = file.get("features.0.weight");
        for (int o = 0; o < 4; o++) {
            for (int i = 0; i < 2; i++) {
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        assertThat(kernel.values()[((y * 3 + x) * 2 + i) * 4 + o])
                                .isEqualTo(torch.values()[((o * 2 + i) * 3 + y) * 3 + x]);
                    }
                }
            }
        }
        assertThat(found.tensors().get("classifier/kernel").values()[1])
                .isEqualTo(file.get("classifier.weight").values()[8]);
        assertThat(found.tensors().get("features_1/gamma").values())
                .isEqualTo(file.get("features.1.weight").values());
        assertThat(found.tensors().get("features2/alpha").shape()).containsExactly(1, 1, 4);
        assertThat(found.unused()).containsExactly("features.1.num_batches_tracked");
    }

    @Test
    void turnsDepthwiseKernels() throws FormatException {
        file.put("dw.weight", tensor(6, 1, 2, 2));
        file.put("series.weight", tensor(6, 1, 5));
        expect("dw/depthwise_kernel", 2, 2, 3, 2);
        expect("series/depthwise_kernel", 5, 2, 3);

        Map<String, Tensor> found = apply(WeightNaming.TORCH).tensors();

        // Output channel c * m + k is input channel c, multiplier k.
        float[] plane = found.get("dw/depthwise_kernel").values();
        float[] series = found.get("series/depthwise_kernel").values();
        for (int channel = 0; channel < 6; channel++) {
            for (int tap = 0; tap < 4; tap++) {
                assertThat(plane[tap * 6 + channel])
                        .isEqualTo(file.get("dw.weight").values()[channel * 4 + tap]);
            }
            for (int tap = 0; tap < 5; tap++) {
                assertThat(series[tap * 6 + channel])
                        .isEqualTo(file.get("series.weight").values()[channel * 5 + tap]);
            }
        }
    }

    @Test
    void turnsTransposedAndOneDimensionalKernels() throws FormatException {
        file.put("up.weight", tensor(2, 3, 4, 5));
        file.put("series.weight", tensor(2, 3, 4));
        expect("up/kernel", 4, 5, 3, 2);
        expect("series/kernel", 4, 3, 2);

        Map<String, Tensor> found = apply(WeightNaming.TORCH).tensors();

        // [in, out, y, x] at 1, 2, 3, 4 becomes [y, x, out, in].
        assertThat(found.get("up/kernel").values()[((3 * 5 + 4) * 3 + 2) * 2 + 1])
                .isEqualTo(file.get("up.weight").values()[((1 * 3 + 2) * 4 + 3) * 5 + 4]);
        assertThat(found.get("series/kernel").values()[(3 * 3 + 2) * 2 + 1])
                .isEqualTo(file.get("series.weight").values()[(1 * 3 + 2) * 4 + 3]);
    }

    @Test
    void spreadsOneSlope() throws FormatException {
        file.put("act.weight", tensor(1));
        file.put("norm.weight", tensor(2, 3, 4));
        file.put("norm.bias", tensor(2, 3, 4));
        expect("act/alpha", 1, 1, 3);
        expect("norm/gamma", 3, 4, 2);
        expect("norm/beta", 3, 4, 2);

        Map<String, Tensor> found = apply(WeightNaming.TORCH).tensors();

        float slope = file.get("act.weight").values()[0];
        assertThat(found.get("act/alpha").values()).containsExactly(slope, slope, slope);
        assertThat(found.get("norm/gamma").values()[1])
                .isEqualTo(file.get("norm.weight").values()[12]);
    }

    private NamedWeights apply(WeightNaming naming) throws FormatException {
        return naming.apply(FILE, file, expected, Map.of(), false);
    }

    @Test
    void takesGivenNamesFirst() throws FormatException {
        file.put("a.weight", tensor(2, 2));
        file.put("b.weight", tensor(2, 2));
        file.put("stage.0.conv.weight", tensor(1, 1, 1, 1));
        file.put("stage.0.conv.bias", tensor(1));
        expect("a/kernel", 2, 2);
        expect("other/kernel", 2, 2);
        expect("block/conv/kernel", 1, 1, 1, 1);
        expect("block/conv/bias", 1);

        Map<String, String> names = Map.of("a", "b", "other/kernel", "a.weight", "block", "stage.0");
        NamedWeights found = WeightNaming.TORCH.apply(FILE, file, expected, names, false);

        assertThat(found.sources())
                .containsEntry("a/kernel", "b.weight")
                .containsEntry("other/kernel", "a.weight")
                .containsEntry("block/conv/bias", "stage.0.conv.bias");
    }

    @Test
    void listsAllThatIsMissingWithWhatWouldFit() {
        file.put("body.0.weight", tensor(3, 2));
        file.put("body.1.weight", tensor(2, 3));
        file.put("head.weight", tensor(3, 2));
        file.put("head.bias", tensor(3));
        expect("first/kernel", 2, 3);
        expect("second/kernel", 3, 2);
        expect("third/bias", 7);

        assertThatThrownBy(() -> WeightNaming.TORCH.apply(FILE, file, expected, Map.of("four", "head"), false))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("weights.file: ")
                .hasMessageContaining(
                        "missing: 'first/kernel' [2, 3]; of a fitting shape: 'body.0.weight', 'head.weight'")
                .hasMessageContaining("missing: 'second/kernel' [3, 2]; of a fitting shape: 'body.1.weight'")
                .hasMessageContaining("missing: 'third/bias' [7]; no unused tensor of the file has a fitting shape")
                .hasMessageContaining("unknown name: 'four'");
    }

    @Test
    void neverGuessesBetweenTwo() {
        file.put("a/dense/kernel", tensor(2, 2));
        file.put("b/dense/kernel", tensor(2, 2));
        expect("dense/kernel", 2, 2);

        assertThatThrownBy(() -> apply(WeightNaming.KERAS)).hasMessageContaining("'a/dense/kernel', 'b/dense/kernel'");
    }

    @Test
    void refusesABiasThatTheLayerLacks() {
        file.put("dense/kernel", tensor(2, 2));
        file.put("dense/bias", tensor(2));
        expect("dense/kernel", 2, 2);

        assertThatThrownBy(() -> apply(WeightNaming.KERAS))
                .hasMessageContaining("left over: 'dense/bias' of the file belongs to the layer 'dense'");
    }

    @Test
    void refusesNegativeVariancesUnlessTheyCountAsZero() throws FormatException {
        file.put("norm.running_mean", tensor(3));
        file.put("norm.running_var", Tensor.of(new float[] {0, -1e-6f, Float.MIN_VALUE}, 3));
        expect("norm/moving_mean", 3);
        expect("norm/moving_variance", 3);

        assertThatThrownBy(() -> apply(WeightNaming.TORCH))
                .hasMessageContaining(
                        "'norm/moving_variance': 1 of 3 variances are negative, the least -1.0E-6 in channel 1");
        NamedWeights found = WeightNaming.TORCH.apply(FILE, file, expected, Map.of(), true);
        assertThat(found.tensors().get("norm/moving_variance").values()).containsExactly(0, 0, Float.MIN_VALUE);
        assertThat(found.notes()).singleElement().asString().contains("count as 0");
    }

    private void expect(String name, int... shape) {
        expected.add(TensorSpec.of(name, shape));
    }

    private Tensor tensor(int... shape) {
        float[] values = new float[TensorSpec.of("tensor", shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next++;
        }
        return Tensor.of(values, shape);
    }
}
