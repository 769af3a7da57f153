package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzReader;
import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trained models that others published compute what Keras computed. */
final class SharedModelsTest {
    private static final double TOLERANCE = 1e-5;

    private static final Map<String, String> FILES = Map.of(
            "mlperf_ad", "ad01.h5",
            "mlperf_vww", "vww_96.h5",
            "mlperf_ic", "pretrainedResnet.h5",
            "xception_emotion", "fer2013_mini_XCEPTION.119-0.65.hdf5",
            "splice_donor", "Donor.h5",
            "eegnet", "EEGNet-8-2-weights.h5");

    /** {@return the folder of the models, which lies beside the project; empty where it is absent} */
    static Optional<Path> folder() {
        return Stream.of("../../shared", "../shared", "../../../shared")
                .map(shared -> Path.of(shared, "models"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void agree() throws IOException {
        assumeTrue(folder().isPresent(), "shared/models is not beside the project");
        Map<String, SourceModel> models = new LinkedHashMap<>();
        for (String id : FILES.keySet().stream().sorted().toList()) {
            Path file = folder().orElseThrow().resolve(id).resolve(FILES.get(id));
            models.put(className(id), new KerasH5Reader().read(file, ReadOptions.DEFAULT));
        }
        Map<String, CompiledModel> compiled = CompiledModels.of(models);
        for (String id : FILES.keySet()) {
            compare(id, compiled.get(className(id)));
        }
    }

    private static String className(String id) {
        return "M" + id;
    }

    /** Compares a model with one input with all arrays of its reference. */
    static void compare(String id, CompiledModel model) throws IOException {
        Path reference = folder().orElseThrow().resolve(id).resolve("io.npz");
        Map<String, NpyArray> arrays = new NpzReader().arrays(reference);
        String input = model.inputs().get(0).name();
        String output = model.outputs().get(0).name();
        float[] x = arrays.get("x").tensor().values();
        int size = model.inputs().get(0).size();
        int samples = x.length / size;
        assertThat(arrays).hasSizeGreaterThan(1);
        for (String name : arrays.keySet()) {
            if (!name.equals("x")) {
                float[] expected = arrays.get(name).tensor().values();
                String own = name.endsWith("_logits") && model.outputs().size() > 1 ? output + "_logits" : output;
                double error = 0;
                double range = 0;
                for (int i = 0; i < samples; i++) {
                    float[] actual = model.predict(Map.of(input, Arrays.copyOfRange(x, i * size, (i + 1) * size)))
                            .get(own);
                    assertThat(actual).hasSize(expected.length / samples);
                    for (int j = 0; j < actual.length; j++) {
                        double one = expected[i * actual.length + j];
                        error = Math.max(error, Math.abs(actual[j] - one));
                        range = Math.max(range, Math.abs(one));
                    }
                }
                System.out.printf("%s %s: %d samples, %.1e of %.3g%n", id, name, samples, error / range, range);
                assertThat(error / range).as("%s %s", id, name).isLessThan(TOLERANCE);
            }
        }
    }
}
