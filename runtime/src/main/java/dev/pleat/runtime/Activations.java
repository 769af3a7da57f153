package dev.pleat.runtime;

/**
 * Activation functions: each writes {@code f(x[xAt + i])} to {@code y[yAt + i]} for every {@code i} below {@code n}.
 *
 * <p>{@code y} may be {@code x} at the same offset; otherwise the two must not overlap. Results are within {@code 3e-7}
 * of the exact value, relative or absolute, whichever is larger. NaN gives NaN; infinities give the limit.
 */
public final class Activations {
    private static final ActivationKernel RELU = new ActivationKernel(ActivationKernel.RELU);
    private static final ActivationKernel LEAKY_RELU = new ActivationKernel(ActivationKernel.LEAKY_RELU);
    private static final ActivationKernel HARD_SIGMOID = new ActivationKernel(ActivationKernel.HARD_SIGMOID);
    private static final ActivationKernel HARD_SIGMOID_KERAS2 =
            new ActivationKernel(ActivationKernel.HARD_SIGMOID_KERAS2);
    private static final ActivationKernel SOFTSIGN = new ActivationKernel(ActivationKernel.SOFTSIGN);
    private static final ActivationKernel HARD_SWISH = new ActivationKernel(ActivationKernel.HARD_SWISH);
    private static final Apart ELU = Apart.scaledSpan("elu");
    private static final Apart SELU = Apart.span("selu");
    private static final Apart GELU = Apart.span("gelu");
    private static final Apart GELU_TANH = Apart.span("geluTanh");
    private static final Apart SIGMOID = Apart.span("sigmoid");
    private static final Apart TANH = Apart.span("tanh");
    private static final Apart SOFTPLUS = Apart.span("softplus");
    private static final Apart SWISH = Apart.span("swish");
    private static final Apart MISH = Apart.span("mish");
    private static final Apart EXPONENTIAL = Apart.span("exponential");

    private Activations() {}

    /**
     * Returns whether the vector form runs that wants a whole vector at least. It is asked here, since a kernel that
     * mostly saw shorter spans would be compiled for those: see {@link Lanes}.
     */
    private static boolean hasVector(int n) {
        return Simd.MIN_MAX && n >= Simd.LANES;
    }

    /**
     * {@code maxValue} where {@code x >= maxValue}, {@code x} where {@code x > threshold}, else
     * {@code negativeSlope (x - threshold)}: Keras's {@code ReLU}.
     *
     * @param maxValue above {@code threshold}; positive infinity for none
     */
    public static void relu(
            float[] x, int xAt, float[] y, int yAt, int n, float negativeSlope, float maxValue, float threshold) {
        boolean plain = negativeSlope == 0f && threshold == 0f;
        if (plain && Simd.MIN_MAX && RELU.isReady()) {
            VectorActivations.relu(x, xAt, y, yAt, n, maxValue);
        } else if (!plain && Simd.MIN_MAX && LEAKY_RELU.isReady()) {
            VectorActivations.leakyRelu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold);
        } else {
            ScalarActivations.relu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold);
        }
    }

    /** {@code x} where positive, else {@code alpha (e^x - 1)}. */
    public static void elu(float[] x, int xAt, float[] y, int yAt, int n, float alpha) {
        if (hasVector(n) && ELU.isReady()) {
            ELU.run(x, xAt, y, yAt, n, alpha);
        } else {
            ScalarActivations.elu(x, xAt, y, yAt, n, alpha);
        }
    }

    /** {@code 1.0507 x} where positive, else {@code 1.7581 (e^x - 1)}. */
    public static void selu(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && SELU.isReady()) {
            SELU.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.selu(x, xAt, y, yAt, n);
        }
    }

    /** {@code x P(X <= x)} with {@code X} normal: the exact form, by {@code erf}. */
    public static void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && GELU.isReady()) {
            GELU.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.gelu(x, xAt, y, yAt, n);
        }
    }

    /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}, the older approximation of {@link #gelu}. */
    public static void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && GELU_TANH.isReady()) {
            GELU_TANH.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.geluTanh(x, xAt, y, yAt, n);
        }
    }

    /** {@code 1 / (1 + e^-x)}. */
    public static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && SIGMOID.isReady()) {
            SIGMOID.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.sigmoid(x, xAt, y, yAt, n);
        }
    }

    /** {@code relu6(x + 3) / 6}, as Keras 3. */
    public static void hardSigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (Simd.MIN_MAX && HARD_SIGMOID.isReady()) {
            VectorActivations.hardSigmoid(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.hardSigmoid(x, xAt, y, yAt, n);
        }
    }

    /** {@code 0.2 x + 0.5} within 0 and 1, as Keras 2. */
    public static void hardSigmoidKeras2(float[] x, int xAt, float[] y, int yAt, int n) {
        if (Simd.MIN_MAX && HARD_SIGMOID_KERAS2.isReady()) {
            VectorActivations.hardSigmoidKeras2(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.hardSigmoidKeras2(x, xAt, y, yAt, n);
        }
    }

    /** The hyperbolic tangent. */
    public static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && TANH.isReady()) {
            TANH.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.tanh(x, xAt, y, yAt, n);
        }
    }

    /** {@code log(1 + e^x)}. */
    public static void softplus(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && SOFTPLUS.isReady()) {
            SOFTPLUS.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.softplus(x, xAt, y, yAt, n);
        }
    }

    /** {@code x / (1 + |x|)}. */
    public static void softsign(float[] x, int xAt, float[] y, int yAt, int n) {
        if (Simd.MIN_MAX && SOFTSIGN.isReady()) {
            VectorActivations.softsign(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.softsign(x, xAt, y, yAt, n);
        }
    }

    /** {@code x / (1 + e^-x)}, also called silu. */
    public static void swish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && SWISH.isReady()) {
            SWISH.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.swish(x, xAt, y, yAt, n);
        }
    }

    /** {@code x relu6(x + 3) / 6}. */
    public static void hardSwish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (Simd.MIN_MAX && HARD_SWISH.isReady()) {
            VectorActivations.hardSwish(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.hardSwish(x, xAt, y, yAt, n);
        }
    }

    /** {@code x tanh(log(1 + e^x))}. */
    public static void mish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && MISH.isReady()) {
            MISH.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.mish(x, xAt, y, yAt, n);
        }
    }

    /** {@code e^x}; zero where that is below {@code 2^-125}. */
    public static void exponential(float[] x, int xAt, float[] y, int yAt, int n) {
        if (hasVector(n) && EXPONENTIAL.isReady()) {
            EXPONENTIAL.run(x, xAt, y, yAt, n);
        } else {
            ScalarActivations.exponential(x, xAt, y, yAt, n);
        }
    }
}
