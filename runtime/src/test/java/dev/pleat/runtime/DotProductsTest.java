package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DotProductsTest {
    private static final int SAMPLES = 5;

    @ParameterizedTest
    @CsvSource({"16, 1", "16, 5", "48, 2", "256, 3", "272, 4", "400, 5", "1024, 6", "5408, 10", "320, 11", "640, 12"})
    void agreesWithDoubleArithmetic(int inputs, int outputs) {
        float[] x = Spans.random(SAMPLES * inputs, 1);
        float[] kernel = Spans.random(inputs * outputs, 2);
        float[] bias = Spans.random(outputs, 3);
        float[] w = new float[outputs + inputs * outputs];
        System.arraycopy(bias, 0, w, 0, outputs);
        DotProducts.pack(kernel, inputs, outputs, w, outputs);
        double[] expected = new double[SAMPLES * outputs];
        for (int i = 0; i < expected.length; i++) {
            int o = i % outputs;
            expected[i] = bias[o];
            for (int k = 0; k < inputs; k++) {
                expected[i] += (double) x[i / outputs * inputs + k] * kernel[k * outputs + o];
            }
        }
        for (int samples = 1; samples <= SAMPLES; samples++) {
            int y = samples * inputs;
            int work = y + samples * outputs;
            float[] s = Arrays.copyOf(x, work + DotProducts.WORK);
            // Often enough for the vector form to be compiled and take over.
            for (int call = 0; call < 200; call++) {
                DotProducts.samples(s, 0, y, w, outputs, 0, inputs, outputs, work, samples);
            }
            float[] results = Arrays.copyOfRange(s, y, work);
            // Of the magnitude of what is added up, which may cancel.
            double tolerance = 1e-6 * inputs;
            for (int i = 0; i < results.length; i++) {
                assertThat((double) results[i]).as("output %d", i).isCloseTo(expected[i], within(tolerance));
            }

            Arrays.fill(s, y, s.length, 0f);
            DotProducts.apply(s, 0, y, w, outputs, 0, inputs, outputs, work);
            assertThat(Arrays.copyOfRange(s, y, y + outputs)).containsExactly(Arrays.copyOf(results, outputs));
        }
    }
}
