package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UpSamplingTest {
    private static final int[] CHANNELS = {1, 3, 4, 8, 15, 16, 17, 40};

    @Test
    void nearestRepeats() {
        for (int channels : CHANNELS) {
            int xRow = 4 * channels + 2;
            int yRow = 12 * channels + 5;
            float[] x = Spans.random(1 + 3 * xRow, 1);
            float[] y = Spans.untouched(2 + 6 * yRow);
            UpSampling.nearest(x, 1, xRow, y, 2, yRow, 3, 4, channels, 2, 3);
            for (int i = 0; i < 6 * yRow; i++) {
                int col = i % yRow / channels;
                float expected = col < 12
                        ? x[1 + i / yRow / 2 * xRow + col / 3 * channels + i % yRow % channels]
                        : Spans.UNTOUCHED;
                assertThat(y[2 + i]).isEqualTo(expected);
            }
        }
    }

    @Test
    void bilinearLiesBetweenCentres() {
        // tf.image.resize([[1, 2], [3, 5]], [4, 4])
        float[] y = new float[16];
        UpSampling.bilinear(new float[] {1, 2, 3, 5}, 0, 2, y, 0, 4, 2, 2, 1, 2, 2);
        double[] expected = {1, 1.25, 1.75, 2, 1.5, 1.8125, 2.4375, 2.75, 2.5, 2.9375, 3.8125, 4.25, 3, 3.5, 4.5, 5};
        Spans.assertClose("bilinear", y, expected, 1e-6);
    }

    @Test
    void scalarBilinearMatchesReference() {
        compare(false);
    }

    @Test
    void vectorBilinearMatchesReference() {
        Spans.assumeVectors();
        compare(true);
    }

    private static void compare(boolean vector) {
        for (int channels : CHANNELS) {
            for (int[] size : new int[][] {{1, 1}, {2, 3}, {4, 5}}) {
                int rows = 3;
                int cols = 4;
                int xRow = cols * channels + 2;
                int yRow = cols * size[1] * channels + 3;
                float[] x = Spans.random(1 + rows * xRow, 1);
                float[] y = Spans.untouched(2 + rows * size[0] * yRow);
                UpSampling.bilinear(vector, x, 1, xRow, y, 2, yRow, rows, cols, channels, size[0], size[1]);
                double[] expected = Spans.doubles(Spans.untouched(y.length));
                for (int r = 0; r < rows * size[0]; r++) {
                    for (int i = 0; i < cols * size[1] * channels; i++) {
                        double down = clamp((r + 0.5) / size[0] - 0.5, rows);
                        double across = clamp((i / channels + 0.5) / size[1] - 0.5, cols);
                        int at = 1 + (int) down * xRow + (int) across * channels + i % channels;
                        double fraction = across % 1;
                        double above = mix(x, at, fraction == 0 ? 0 : channels, fraction);
                        double below =
                                down % 1 == 0 ? above : mix(x, at + xRow, fraction == 0 ? 0 : channels, fraction);
                        expected[2 + r * yRow + i] = above + (below - above) * (down % 1);
                    }
                }
                Spans.assertClose("bilinear of " + channels, y, expected, 1e-6);
            }
        }
    }

    private static double clamp(double at, int n) {
        return Math.min(Math.max(at, 0), n - 1);
    }

    private static double mix(float[] x, int at, int step, double fraction) {
        return x[at] * (1 - fraction) + x[at + step] * fraction;
    }
}
