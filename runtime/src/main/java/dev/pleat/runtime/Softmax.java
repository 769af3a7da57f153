package dev.pleat.runtime;

/** Exponentials over their sum. */
public final class Softmax {
    private Softmax() {}

    /**
     * {@code y[o][k][i] = e^x[o][k][i] / sum_k e^x[o][k][i]}, over dense {@code [outer][length][inner]} arrays at
     * {@code xAt} and {@code yAt}. {@code y} may be {@code x} at the same offset; otherwise it must not overlap it. The
     * largest is subtracted first, so that nothing overflows.
     */
    public static void apply(float[] x, int xAt, float[] y, int yAt, int outer, int length, int inner) {
        if (Simd.MIN_MAX && (inner >= Simd.LANES || inner == 1 && length >= Simd.LANES)) {
            VectorSoftmax.apply(x, xAt, y, yAt, outer, length, inner);
        } else {
            ScalarSoftmax.apply(x, xAt, y, yAt, outer, length, inner);
        }
    }
}
