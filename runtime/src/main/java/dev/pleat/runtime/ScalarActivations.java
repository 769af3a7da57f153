package dev.pleat.runtime;

/** The scalar forms of {@link Activations}. */
final class ScalarActivations {
    private ScalarActivations() {}

    static void relu(
            float[] x, int xAt, float[] y, int yAt, int n, float negativeSlope, float maxValue, float threshold) {
        boolean plain = negativeSlope == 0f && threshold == 0f;
        // a slope of zero gives zero for -infinity too
        float lowest = negativeSlope == 0f ? -Float.MAX_VALUE : Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            float v = x[xAt + i];
            if (v >= maxValue) {
                v = maxValue;
            } else if (v <= threshold) {
                v = plain ? 0f : negativeSlope * (Math.max(v, lowest) - threshold);
            }
            y[yAt + i] = v;
        }
    }

    static void elu(float[] x, int xAt, float[] y, int yAt, int n, float alpha) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.elu(x[xAt + i], 1f, alpha);
        }
    }

    static void selu(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.elu(x[xAt + i], Polynomials.SELU_SCALE, Polynomials.SELU_FLOOR);
        }
    }

    static void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.gelu(x[xAt + i]);
        }
    }

    static void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.geluTanh(x[xAt + i]);
        }
    }

    static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.sigmoid(x[xAt + i]);
        }
    }

    static void hardSigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.hardSigmoid(x[xAt + i]);
        }
    }

    static void hardSigmoidKeras2(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.hardSigmoidKeras2(x[xAt + i]);
        }
    }

    static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.tanh(x[xAt + i]);
        }
    }

    static void softplus(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.softplus(x[xAt + i]);
        }
    }

    static void softsign(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.softsign(x[xAt + i]);
        }
    }

    static void swish(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.swish(x[xAt + i]);
        }
    }

    static void hardSwish(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.hardSwish(x[xAt + i]);
        }
    }

    static void mish(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.mish(x[xAt + i]);
        }
    }

    static void exponential(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = ScalarFunctions.exp(x[xAt + i]);
        }
    }
}
