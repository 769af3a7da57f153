package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.cli.Shell.Result;
import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzReader;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real trained networks: verified against reference outputs, and generated, compiled and run as a user would. */
final class SharedModelsTest {
    private static final String CHECKPOINT = "722_dscnn_with_20_labels/ds_cnn_9279.ckpt-12000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "mlperf_ad, ad01.h5",
        "mlperf_kws, kws_ref_model",
        "mlperf_vww, vww_96.h5",
        "mlperf_ic, pretrainedResnet.h5",
        "xception_emotion, fer2013_mini_XCEPTION.119-0.65.hdf5",
        "splice_donor, Donor.h5",
        "slim_ckpt_20, 722_dscnn_with_20_labels.pb",
        "dscnn_tf1_S, DS_CNN_S.pb",
        "face_slim320, version-slim-320_without_postprocessing.onnx",
        "face_slim320, version-slim-320_simplified.onnx"
    })
    void wholeModels(String id, String file) throws Exception {
        Path model = shared(id, file);
        verify(id, model);
        Path sources = folder.resolve("src");
        Result result = Shell.pleat("generate", model, "--class", "com.acme.Net", "-o", sources);
        assertThat(result.code()).as(result.err()).isZero();
        Path expected = folder.resolve("out.npz");
        Result run = Shell.pleat("run", model, "-i", shared(id, "io.npz"), "-o", expected);
        assertThat(run.code()).as(run.err()).isZero();
        try (Build build = Build.of(sources, folder.resolve("classes"))) {
            assertSame(build.load("com.acme.NetModel"), shared(id, "io.npz"), expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eegnet, EegNet.java, EEGNet-8-2-weights.h5",
        "slim_ckpt_20, Speech.java, " + CHECKPOINT,
        "slim_ckpt_20, SpeechFused.java, " + CHECKPOINT + "_bnfused.index"
    })
    void weightsOfAnnotatedClasses(String id, String model, String weights) {
        Path io = shared(id, "io.npz");
        Path file = io.resolveSibling(weights);
        verify(id, Shell.model(model), "--weights", file);
    }

    private static void verify(String id, Path model, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("verify", model, "--reference", shared(id, "io.npz"), "--tolerance", "1e-5"));
        if (id.equals("slim_ckpt_20")) {
            arguments.addAll(List.of("--ignore", "y_logits_bnfused"));
        }
        arguments.addAll(List.of(more));
        Result result = Shell.pleat(arguments.toArray());
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("verified");
    }

    /** The same source, compiled by javac, computes the same to the last bit. */
    private static void assertSame(CompiledModel model, Path inputs, Path expected) throws IOException {
        // Called as in the model's file, in the order of the class.
        List<NpyArray> outputs = List.copyOf(new NpzReader().arrays(expected).values());
        NpyArray x = new NpzReader().arrays(inputs).get("x");
        TensorSpec input = model.inputs().get(0);
        int samples = x.shape().get(0);
        for (int sample = 0; sample < samples; sample++) {
            float[] one = new float[input.size()];
            System.arraycopy(x.floats(), sample * one.length, one, 0, one.length);
            Map<String, float[]> results = model.predict(new LinkedHashMap<>(Map.of(input.name(), one)));
            assertThat(outputs).hasSameSizeAs(results.keySet());
            int output = 0;
            for (float[] result : results.values()) {
                float[] all = outputs.get(output++).floats();
                for (int i = 0; i < result.length; i++) {
                    assertThat(result[i]).isEqualTo(all[sample * result.length + i]);
                }
            }
        }
    }

    private static Path shared(String id, String file) {
        Optional<Path> found = Shell.shared("models/" + id + "/" + file);
        assumeTrue(found.isPresent(), "shared/models/" + id + "/" + file + " is not beside the project");
        return found.get();
    }
}
