package dev.pleat.runtime;

/** The leaky rectifier whose slopes below zero are weights. */
public final class PRelu {
    private PRelu() {}

    /**
     * {@code y[yAt + i] = x[xAt + i]}, times {@code w[alphaAt + i % period]} where it is negative, for every {@code i}
     * below {@code n}. {@code y} may be {@code x} at the same offset; otherwise it must not overlap it.
     *
     * @param period how many slopes there are, at least 1; less than {@code n} where dimensions in front share them
     */
    public static void apply(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        PReluKernel kernel = period < Simd.LANES ? PReluKernel.FEW : PReluKernel.RUN;
        if (Simd.MIN_MAX && kernel.isReady()) {
            kernel.run(x, xAt, y, yAt, w, alphaAt, n, period);
        } else {
            ScalarPRelu.apply(x, xAt, y, yAt, w, alphaAt, n, period);
        }
    }
}
