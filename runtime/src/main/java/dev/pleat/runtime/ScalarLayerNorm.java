package dev.pleat.runtime;

/** The scalar form of {@link LayerNorm}, of one row. */
final class ScalarLayerNorm {
    private ScalarLayerNorm() {}

    static void row(
            float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon) {
        double mean = OrderedSums.of(x, xAt, length) / length;
        double factor = 1.0 / Math.sqrt(OrderedSums.variance(x, xAt, length, mean) + epsilon);
        for (int i = 0; i < length; i++) {
            float v = (float) ((x[xAt + i] - mean) * factor);
            v = gammaAt < 0 ? v : v * w[gammaAt + i];
            y[yAt + i] = betaAt < 0 ? v : v + w[betaAt + i];
        }
    }
}
