package dev.pleat.runtime;

/** The scalar forms of {@link Arithmetic}. */
final class ScalarArithmetic {
    private ScalarArithmetic() {}

    static void add(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        add(n > 0 ? x[xAt] : 0f, x, xAt, xStep, n > 0 ? y[yAt] : 0f, y, yAt, yStep, z, zAt, n);
    }

    /** With the values to share, {@code x0} where the step of {@code x} is 0: {@code z} may have overwritten them. */
    static void add(
            float x0,
            float[] x,
            int xAt,
            int xStep,
            float y0,
            float[] y,
            int yAt,
            int yStep,
            float[] z,
            int zAt,
            int n) {
        for (int i = 0; i < n; i++) {
            float left = xStep == 0 ? x0 : x[xAt + i];
            float right = yStep == 0 ? y0 : y[yAt + i];
            z[zAt + i] = left + right;
        }
    }

    static void subtract(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        subtract(n > 0 ? x[xAt] : 0f, x, xAt, xStep, n > 0 ? y[yAt] : 0f, y, yAt, yStep, z, zAt, n);
    }

    /** With the values to share, {@code x0} where the step of {@code x} is 0: {@code z} may have overwritten them. */
    static void subtract(
            float x0,
            float[] x,
            int xAt,
            int xStep,
            float y0,
            float[] y,
            int yAt,
            int yStep,
            float[] z,
            int zAt,
            int n) {
        for (int i = 0; i < n; i++) {
            float left = xStep == 0 ? x0 : x[xAt + i];
            float right = yStep == 0 ? y0 : y[yAt + i];
            z[zAt + i] = left - right;
        }
    }

    static void multiply(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        multiply(n > 0 ? x[xAt] : 0f, x, xAt, xStep, n > 0 ? y[yAt] : 0f, y, yAt, yStep, z, zAt, n);
    }

    /** With the values to share, {@code x0} where the step of {@code x} is 0: {@code z} may have overwritten them. */
    static void multiply(
            float x0,
            float[] x,
            int xAt,
            int xStep,
            float y0,
            float[] y,
            int yAt,
            int yStep,
            float[] z,
            int zAt,
            int n) {
        for (int i = 0; i < n; i++) {
            float left = xStep == 0 ? x0 : x[xAt + i];
            float right = yStep == 0 ? y0 : y[yAt + i];
            z[zAt + i] = left * right;
        }
    }

    static void maximum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        maximum(n > 0 ? x[xAt] : 0f, x, xAt, xStep, n > 0 ? y[yAt] : 0f, y, yAt, yStep, z, zAt, n);
    }

    /** With the values to share, {@code x0} where the step of {@code x} is 0: {@code z} may have overwritten them. */
    static void maximum(
            float x0,
            float[] x,
            int xAt,
            int xStep,
            float y0,
            float[] y,
            int yAt,
            int yStep,
            float[] z,
            int zAt,
            int n) {
        for (int i = 0; i < n; i++) {
            float left = xStep == 0 ? x0 : x[xAt + i];
            float right = yStep == 0 ? y0 : y[yAt + i];
            z[zAt + i] = Math.max(left, right);
        }
    }

    static void minimum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        minimum(n > 0 ? x[xAt] : 0f, x, xAt, xStep, n > 0 ? y[yAt] : 0f, y, yAt, yStep, z, zAt, n);
    }

    /** With the values to share, {@code x0} where the step of {@code x} is 0: {@code z} may have overwritten them. */
    static void minimum(
            float x0,
            float[] x,
            int xAt,
            int xStep,
            float y0,
            float[] y,
            int yAt,
            int yStep,
            float[] z,
            int zAt,
            int n) {
        for (int i = 0; i < n; i++) {
            float left = xStep == 0 ? x0 : x[xAt + i];
            float right = yStep == 0 ? y0 : y[yAt + i];
            z[zAt + i] = Math.min(left, right);
        }
    }

    static void scale(float[] x, int xAt, float[] z, int zAt, int n, float factor) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * factor;
        }
    }
}
