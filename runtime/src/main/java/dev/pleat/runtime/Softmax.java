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
        if (inner == 1) {
            for (int at = 0; at < outer * length; at += length) {
                row(x, xAt + at, y, yAt + at, length);
            }
        } else if (Simd.MIN_MAX && inner >= Simd.LANES) {
            VectorSoftmax.apply(x, xAt, y, yAt, outer, length, inner);
        } else {
            ScalarSoftmax.apply(x, xAt, y, yAt, outer, length, inner);
        }
    }

    /** The softmax of neighbours. Most time goes into exponentials; of the other loops HotSpot makes vectors by itself. */
    private static void row(float[] x, int xAt, float[] y, int yAt, int length) {
        float max = max(x, xAt, length);
        for (int i = 0; i < length; i++) {
            y[yAt + i] = x[xAt + i] - max;
        }
        Activations.exponential(y, yAt, y, yAt, length);
        float factor = (float) (1 / OrderedSums.of(y, yAt, length));
        for (int i = 0; i < length; i++) {
            y[yAt + i] *= factor;
        }
    }

    /** Returns the largest, but for NaNs, which turn up in the sum: a comparison takes a fraction of {@link Math#max}. */
    private static float max(float[] x, int at, int length) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = at; i < at + length; i++) {
            if (x[i] > max) {
                max = x[i];
            }
        }
        return max;
    }
}
