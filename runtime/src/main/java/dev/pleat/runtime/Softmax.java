package dev.pleat.runtime;

/** Exponentials over their sum. */
public final class Softmax {
    /** Rows from here on are worth vectors; of the few classes that most models tell apart, scalars take nanoseconds more. */
    private static final int LONG = 4 * Simd.LANES;

    private static final Row ROW = new Row();

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

    private static void row(float[] x, int xAt, float[] y, int yAt, int length) {
        if (Simd.MIN_MAX && length >= LONG && ROW.isReady()) {
            VectorSoftmax.row(x, xAt, y, yAt, length);
        } else {
            ScalarSoftmax.row(x, xAt, y, yAt, length);
        }
    }

    /** The vector form of a row. */
    private static final class Row extends ColdKernel {
        private static final int VECTORS = 8;

        /** Of the three loops; the exponentials are a kernel of their own, and longest. */
        private static final int OPERATIONS = 66;

        @Override
        int floats() {
            return VECTORS * Simd.LANES;
        }

        /** With what it calls, which is compiled by itself, and with something behind the whole vectors. */
        @Override
        void call(boolean skip) {
            int n = skip ? -SKIPPED_ROUNDS : s.length - 1;
            VectorSoftmax.row(s, 0, s, 0, n);
            VectorArithmetic.add(s, 0, s, 0, n, 0f);
            VectorArithmetic.scale(s, 0, s, 0, n, 1f);
        }

        @Override
        int operations() {
            return OPERATIONS * VECTORS;
        }

        @Override
        int rounds() {
            return 5 * VECTORS;
        }
    }
}
