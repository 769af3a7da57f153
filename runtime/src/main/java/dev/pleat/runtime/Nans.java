package dev.pleat.runtime;

/** Makes NaNs positive, since {@link Clip} keeps only those. */
public final class Nans {

    private static final int INFINITY = 0x7f800000;

    /** All bits but the sign. */
    static final int MAGNITUDE = Integer.MAX_VALUE;

    private static final Search SEARCH = new Search();

    private Nans() {}

    /**
     * Makes the NaNs of {@code rows} rows of {@code length} floats positive, which begin {@code row} floats apart; nothing
     * is to do where vectors are not clipped.
     */
    public static void makePositive(float[] s, int at, int row, int rows, int length) {
        if (!Simd.MIN_MAX) {
            return;
        }
        boolean dense = row == length;
        int count = dense ? 1 : rows;
        int span = dense ? rows * length : length;
        for (int r = 0; r < count; r++) {
            if (hasAny(s, at + r * row, span)) {
                replace(s, at + r * row, span);
            }
        }
    }

    private static boolean hasAny(float[] s, int at, int length) {
        if (length >= Simd.LANES && SEARCH.isReady()) {
            return VectorNans.largestMagnitude(s, at, length) > INFINITY;
        }
        int largest = 0;
        for (int i = at; i < at + length; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(s[i]) & MAGNITUDE);
        }
        return largest > INFINITY;
    }

    private static void replace(float[] s, int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (Float.isNaN(s[i])) {
                s[i] = Float.NaN;
            }
        }
    }

    /** The search in its vector form. */
    private static final class Search extends ColdKernel {
        private static final int VECTORS = 16;

        @Override
        int floats() {
            return VECTORS * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            VectorNans.largestMagnitude(s, 0, skip ? -SKIPPED_ROUNDS : s.length);
        }

        @Override
        int operations() {
            return 3 * VECTORS;
        }

        @Override
        int rounds() {
            return VECTORS;
        }
    }
}
