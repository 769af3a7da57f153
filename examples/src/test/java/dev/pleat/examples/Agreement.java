package dev.pleat.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the samples of an {@code io.npz} and compares all outputs with the reference. */
public final class Agreement {

    /** How far a result may be from the reference, in parts of the largest magnitude of that output. */
    public static final double TOLERANCE = 1e-5;

    private Agreement() {}

    /**
     * Runs every sample.
     *
     * @param model a model of one input, called {@code x} in the file
     * @param folder where the file is
     * @param outputs for each output of the model the name of its reference
     */
    public static void check(CompiledModel model, Path folder, Map<String, String> outputs) throws IOException {
        Map<String, Npy> arrays = Npy.readAll(folder.resolve("io.npz"));
        Npy x = arrays.get("x");
        TensorSpec input = model.inputs().get(0);
        assertThat(model.outputs()).extracting(TensorSpec::name).containsExactlyInAnyOrderElementsOf(outputs.keySet());
        Map<String, Double> worst = new LinkedHashMap<>();
        for (int i = 0; i < x.samples(); i++) {
            float[] sample = new Npy(new int[0], x.sample(i)).floats();
            Map<String, float[]> results = model.predict(Map.of(input.name(), sample));
            for (Map.Entry<String, String> output : outputs.entrySet()) {
                double error = error(results.get(output.getKey()), arrays.get(output.getValue()), i);
                worst.merge(output.getValue(), error, Math::max);
            }
        }
        System.getLogger("dev.pleat.examples")
                .log(System.Logger.Level.DEBUG, () -> folder.getFileName() + ": largest errors " + worst);
        assertThat(worst)
                .allSatisfy((name, error) -> assertThat(error)
                        .as("%s of %s, relative to its largest magnitude", name, folder.getFileName())
                        .isLessThanOrEqualTo(TOLERANCE));
    }

    /** Returns the largest error in a sample, relative to the largest magnitude in all samples. */
    private static double error(float[] actual, Npy reference, int sample) {
        double[] expected = reference.sample(sample);
        assertThat(actual).hasSameSizeAs(expected);
        double range = 0;
        for (double value : reference.values()) {
            range = Math.max(range, Math.abs(value));
        }
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]) / range;
            // Not a number is larger than everything.
            worst = error <= worst ? worst : error;
        }
        return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
    }
}
