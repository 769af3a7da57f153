package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.CompiledModel;
import java.util.Arrays;
import java.util.Map;

/** Runs what graphs became. */
final class Graphs {
    private Graphs() {}

    /** Compares the outputs of samples, one behind the other, with a reference, relative to its range. */
    static void compare(CompiledModel model, float[] inputs, float[] expected, double tolerance) {
        String input = model.inputs().get(0).name();
        String output = model.outputs().get(0).name();
        int in = model.inputs().get(0).size();
        int out = model.outputs().get(0).size();
        int samples = inputs.length / in;
        assertThat(inputs.length).isEqualTo(samples * in);
        assertThat(expected.length).as("size of the outputs").isEqualTo(samples * out);
        double range = 0;
        double worst = 0;
        for (int sample = 0; sample < samples; sample++) {
            float[] x = Arrays.copyOfRange(inputs, sample * in, (sample + 1) * in);
            float[] y = model.predict(Map.of(input, x)).get(output);
            for (int i = 0; i < out; i++) {
                double reference = expected[sample * out + i];
                assertThat(y[i]).as("output " + i).isFinite();
                range = Math.max(range, Math.abs(reference));
                worst = Math.max(worst, Math.abs(y[i] - reference));
            }
        }
        assertThat(worst / Math.max(range, 1e-30))
                .as("error, relative to " + range)
                .isLessThan(tolerance);
    }
}
