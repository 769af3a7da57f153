package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SoftmaxTest {
    private static final int[][] SHAPES = {
        {1, 1, 1},
        {3, 10, 1},
        {2, 15, 1},
        {2, 16, 1},
        {2, 17, 1},
        {1, 207, 1},
        {1, 702, 1},
        {2, 5, 3},
        {2, 5, 15},
        {2, 5, 16},
        {2, 5, 17},
        {2, 3, 207},
        {0, 5, 1}
    };

    interface Kernel {
        void apply(float[] x, int xAt, float[] y, int yAt, int outer, int length, int inner);
    }

    @Test
    void matchesReference() {
        compare(Softmax::apply);
    }

    @Test
    void scalarMatchesReference() {
        compare((x, xAt, y, yAt, outer, length, inner) -> ScalarSoftmax.apply(x, xAt, y, yAt, outer, length, inner));
    }

    @Test
    void vectorMatchesReference() {
        Spans.assumeVectors();
        compare((x, xAt, y, yAt, outer, length, inner) -> VectorSoftmax.apply(x, xAt, y, yAt, outer, length, inner));
    }

    @Test
    void survivesLargeAndInfiniteLogits() {
        float[] x = new float[40];
        x[7] = 1e30f;
        x[8] = Float.NEGATIVE_INFINITY;
        Softmax.apply(x, 0, x, 0, 1, 40, 1);
        float[] expected = new float[40];
        expected[7] = 1f;
        assertThat(x).isEqualTo(expected);
    }

    private static void compare(Kernel kernel) {
        for (int[] shape : SHAPES) {
            int n = shape[0] * shape[1] * shape[2];
            for (double scale : new double[] {1, 40}) {
                float[] x = Spans.random(2 * n + 7, scale);
                for (int yAt : new int[] {2, n + 5}) {
                    float[] actual = x.clone();
                    kernel.apply(actual, 2, actual, yAt, shape[0], shape[1], shape[2]);
                    Spans.assertClose(Arrays.toString(shape), actual, expected(x, yAt, shape), 5e-7);
                }
            }
        }
    }

    private static double[] expected(float[] x, int yAt, int[] shape) {
        double[] expected = Spans.doubles(x);
        int inner = shape[2];
        for (int o = 0; o < shape[0]; o++) {
            for (int i = 0; i < inner; i++) {
                int at = o * shape[1] * inner + i;
                double sum = 0;
                for (int k = 0; k < shape[1]; k++) {
                    sum += Math.exp(x[2 + at + k * inner]);
                }
                for (int k = 0; k < shape[1]; k++) {
                    expected[yAt + at + k * inner] = Math.exp(x[2 + at + k * inner]) / sum;
                }
            }
        }
        return expected;
    }
}
