package dev.pleat.runtime;

/** The scalar form of {@link LayerNorm}, of one row. */
final class ScalarLayerNorm {
    private ScalarLayerNorm() {}

    static void row(
            float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon) {
        double sum = 0.0;
        for (int i = 0; i < length; i++) {
            sum += x[xAt + i];
        }
        double mean = sum / length;
        double squares = 0.0;
        for (int i = 0; i < length; i++) {
            double difference = x[xAt + i] - mean;
            squares += difference * difference;
        }
        double factor = 1.0 / Math.sqrt(squares / length + epsilon);
        for (int i = 0; i < length; i++) {
            float v = (float) ((x[xAt + i] - mean) * factor);
            v = gammaAt < 0 ? v : v * w[gammaAt + i];
            y[yAt + i] = betaAt < 0 ? v : v + w[betaAt + i];
        }
    }
}
