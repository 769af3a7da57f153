package dev.pleat.runtime;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LayerNormTest {
    interface Kernel {
        void row(float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon);
    }

    @Test
    void matchesReference() {
        compare((x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon) ->
                LayerNorm.apply(x, xAt, y, yAt, w, gammaAt, betaAt, 1, length, epsilon));
    }

    @Test
    void scalarMatchesReference() {
        compare((x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon) ->
                ScalarLayerNorm.row(x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon));
    }

    @Test
    void vectorMatchesReference() {
        Spans.assumeVectors();
        compare((x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon) ->
                VectorLayerNorm.row(x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon));
    }

    @Test
    void normalizesEachRow() {
        float[] x = Spans.random(3 * 20, 1);
        float[] together = new float[60];
        float[] apart = new float[60];
        LayerNorm.apply(x, 0, together, 0, x, -1, -1, 3, 20, 1e-3f);
        for (int row = 0; row < 60; row += 20) {
            LayerNorm.apply(x, row, apart, row, x, -1, -1, 1, 20, 1e-3f);
        }
        Spans.assertClose("rows", together, Spans.doubles(apart), 0);
    }

    private static void compare(Kernel kernel) {
        for (int n : Spans.SIZES) {
            for (float mean : new float[] {0, 3, -4000}) {
                for (int weights = 0; weights < 4; weights++) {
                    int gammaAt = (weights & 1) == 0 ? -1 : 1;
                    int betaAt = (weights & 2) == 0 ? -1 : n + 3;
                    float[] w = Spans.random(2 * n + 4, 1);
                    float[] x = Spans.random(2 * n + 7, 1.5);
                    for (int i = 0; i < x.length; i++) {
                        x[i] += mean;
                    }
                    for (int yAt : new int[] {2, n + 5}) {
                        float[] actual = x.clone();
                        kernel.row(actual, 2, actual, yAt, w, gammaAt, betaAt, n, 1e-3f);
                        double[] expected = Spans.doubles(x);
                        double[] row = normalized(Arrays.copyOfRange(x, 2, 2 + n), 1e-3f);
                        for (int i = 0; i < n; i++) {
                            expected[yAt + i] =
                                    row[i] * (gammaAt < 0 ? 1 : w[gammaAt + i]) + (betaAt < 0 ? 0 : w[betaAt + i]);
                        }
                        Spans.assertClose(n + " around " + mean, actual, expected, 2e-6);
                    }
                }
            }
        }
    }

    private static double[] normalized(float[] x, double epsilon) {
        double mean = Arrays.stream(Spans.doubles(x)).average().orElse(0);
        double variance = Arrays.stream(Spans.doubles(x))
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return Arrays.stream(Spans.doubles(x))
                .map(v -> (v - mean) / Math.sqrt(variance + epsilon))
                .toArray();
    }
}
