package dev.pleat.runtime;

/** Normalization of each row by its own mean and variance. */
public final class LayerNorm {
    private LayerNorm() {}

    /**
     * {@code y[o][i] = (x[o][i] - mean) / sqrt(variance + epsilon) w[gammaAt + i] + w[betaAt + i]}, over dense
     * {@code [outer][length]} arrays at {@code xAt} and {@code yAt}, with the mean and the population variance of the
     * row. {@code y} may be {@code x} at the same offset; otherwise it must not overlap it. Accurate to {@code 1e-5} of
     * a row's range even where the mean is thousands of times its deviation.
     *
     * @param gammaAt where the scales are, or -1 for none
     * @param betaAt where the shifts are, or -1 for none
     */
    public static void apply(
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            float[] w,
            int gammaAt,
            int betaAt,
            int outer,
            int length,
            float epsilon) {
        for (int o = 0; o < outer; o++) {
            int at = o * length;
            if (Simd.AVAILABLE) {
                VectorLayerNorm.row(x, xAt + at, y, yAt + at, w, gammaAt, betaAt, length, epsilon);
            } else {
                ScalarLayerNorm.row(x, xAt + at, y, yAt + at, w, gammaAt, betaAt, length, epsilon);
            }
        }
    }
}
