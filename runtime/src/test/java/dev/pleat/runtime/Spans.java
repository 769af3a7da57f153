package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;

/** Arrays to try kernels on, and how results compare. */
final class Spans {
    /** Around the lanes of every vector; 207 and 702 end in the middle of all. */
    static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 207, 702};

    /** What kernels must leave alone. */
    static final float UNTOUCHED = 12345.678f;

    private Spans() {}

    /** Skips a test of vector forms where they cannot run. */
    static void assumeVectors() {
        assumeTrue(Simd.AVAILABLE, "vector forms need --add-modules jdk.incubator.vector, and no -Dpleat.simd=scalar");
    }

    /** Those sizes that are not below {@code least}. */
    static int[] from(int least) {
        return Arrays.stream(SIZES).filter(n -> n >= least).toArray();
    }

    /** Normal numbers times {@code scale}. */
    static float[] random(int n, double scale) {
        Random random = new Random(42 + n);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    static float[] untouched(int n) {
        float[] values = new float[n];
        Arrays.fill(values, UNTOUCHED);
        return values;
    }

    /** Within {@code tolerance}, relative or absolute, whichever is larger; infinities and NaN alike. */
    static void assertClose(String what, float[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]);
            boolean same = Double.isNaN(expected[i]) && Float.isNaN(actual[i])
                    || actual[i] == (float) expected[i]
                    || error <= tolerance * Math.max(1.0, Math.abs(expected[i]));
            if (!same) {
                fail("%s, element %d: expected %s but was %s (error %.3g)", what, i, expected[i], actual[i], error);
            }
        }
    }

    static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
