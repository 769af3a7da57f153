package dev.pleat.runtime;

/** The scalar form of {@link PRelu}. */
final class ScalarPRelu {
    private ScalarPRelu() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            float v = x[xAt + i];
            y[yAt + i] = v < 0f ? v * w[alphaAt + k] : v;
            k = k + 1 == period ? 0 : k + 1;
        }
    }
}
