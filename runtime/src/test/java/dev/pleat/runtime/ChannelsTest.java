package dev.pleat.runtime;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@link Affine} and {@link PRelu}: kernels with one weight for each channel. */
final class ChannelsTest {
    private static final int[][] SHAPES = {
        {1, 1, 1},
        {5, 1, 1},
        {40, 1, 1},
        {3, 2, 1},
        {50, 3, 1},
        {33, 4, 1},
        {20, 5, 1},
        {17, 6, 1},
        {29, 7, 1},
        {9, 8, 1},
        {11, 10, 1},
        {23, 12, 1},
        {7, 15, 1},
        {7, 16, 1},
        {7, 17, 1},
        {3, 207, 1},
        {1, 702, 1},
        {2, 3, 5},
        {2, 3, 15},
        {2, 3, 16},
        {2, 3, 17},
        {2, 3, 207},
        {0, 3, 1}
    };

    @Test
    void affineScalesAndShifts() {
        for (int[] shape : SHAPES) {
            int n = shape[0] * shape[1] * shape[2];
            float[] w = Spans.random(2 * shape[1] + 5, 1);
            int shiftAt = 3 + shape[1];
            float[] x = Spans.random(2 * n + 7, 2);
            for (int yAt : new int[] {2, n + 5}) {
                double[] expected = Spans.doubles(x);
                for (int i = 0; i < n; i++) {
                    int c = i / shape[2] % shape[1];
                    expected[yAt + i] = (double) x[2 + i] * w[2 + c] + w[shiftAt + c];
                }
                String what = "affine of " + Arrays.toString(shape);
                float[] open = x.clone();
                Affine.apply(open, 2, open, yAt, w, 2, shiftAt, shape[0], shape[1], shape[2]);
                Spans.assertClose(what, open, expected, 2e-6);
                float[] scalar = x.clone();
                ScalarAffine.apply(scalar, 2, scalar, yAt, w, 2, shiftAt, shape[0], shape[1], shape[2]);
                Spans.assertClose("scalar " + what, scalar, expected, 2e-6);
                if (Simd.AVAILABLE) {
                    float[] vector = x.clone();
                    Affine.apply(vector, 2, vector, yAt, w, 2, shiftAt, shape[0], shape[1], shape[2]);
                    Spans.assertClose("vector " + what, vector, expected, 2e-6);
                }
            }
        }
    }

    @Test
    void preluScalesWhatIsNegative() {
        for (int period : new int[] {1, 2, 3, 4, 6, 7, 8, 12, 15, 16, 17, 207}) {
            for (int n : Spans.SIZES) {
                float[] w = Spans.random(period + 3, 1);
                float[] x = Spans.random(2 * n + 7, 2);
                x[2] = Float.NaN;
                for (int yAt : new int[] {2, n + 5}) {
                    double[] expected = Spans.doubles(x);
                    for (int i = 0; i < n; i++) {
                        double v = x[2 + i];
                        expected[yAt + i] = v < 0 ? v * w[3 + i % period] : v;
                    }
                    String what = "prelu of " + n + " by " + period;
                    float[] open = x.clone();
                    PRelu.apply(open, 2, open, yAt, w, 3, n, period);
                    Spans.assertClose(what, open, expected, 1e-6);
                    float[] scalar = x.clone();
                    ScalarPRelu.apply(scalar, 2, scalar, yAt, w, 3, n, period);
                    Spans.assertClose("scalar " + what, scalar, expected, 1e-6);
                    if (Simd.AVAILABLE) {
                        float[] vector = x.clone();
                        PRelu.apply(vector, 2, vector, yAt, w, 3, n, period);
                        Spans.assertClose("vector " + what, vector, expected, 1e-6);
                    }
                }
            }
        }
    }
}
