package dev.pleat.runtime;

/**
 * Writes a row of sums of {@link Sums}, of a vector of channels, in the scalar form until HotSpot has compiled the
 * other.
 */
final class SumsRow {
    private static final int LANES = Simd.LANES;
    private static final Row WRITE = new Row(false);
    private static final Row ADD = new Row(true);

    private SumsRow() {}

    static void write(
            float[] s, int t, int tCol, int y, int yCol, int cols, float[] w, int b, float least, float most) {
        if (WRITE.isReady()) {
            VectorSums.write(s, t, tCol, y, yCol, cols, w, b, least, most);
        } else {
            scalar(s, t, tCol, y, yCol, -1, 0, cols, w, b, least, most);
        }
    }

    static void add(
            float[] s,
            int t,
            int tCol,
            int y,
            int yCol,
            int r,
            int rCol,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        if (ADD.isReady()) {
            VectorSums.add(s, t, tCol, y, yCol, r, rCol, cols, w, b, least, most);
        } else {
            scalar(s, t, tCol, y, yCol, r, rCol, cols, w, b, least, most);
        }
    }

    static void scalar(
            float[] s,
            int t,
            int tCol,
            int y,
            int yCol,
            int r,
            int rCol,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        for (int col = 0; col < cols; col++) {
            for (int lane = 0; lane < LANES; lane++) {
                float v = s[t + col * tCol + lane] + w[b + lane];
                if (r >= 0) {
                    v += s[r + col * rCol + lane];
                }
                s[y + col * yCol + lane] = Simd.MIN_MAX ? Math.min(most, Math.max(least, v)) : v;
            }
        }
    }

    /** One of the two. */
    private static final class Row extends ColdKernel {
        private static final int COLS = 24;

        private final boolean adds;
        private float[] s;

        Row(boolean adds) {
            this.adds = adds;
        }

        @Override
        void begin() {
            s = new float[LANES];
        }

        @Override
        void end() {
            s = null;
            switchOver();
        }

        @Override
        void call(boolean skip) {
            int cols = skip ? 0 : COLS;
            if (adds) {
                VectorSums.add(s, 0, 0, 0, 0, 0, 0, cols, s, 0, 0f, 1f);
            } else {
                VectorSums.write(s, 0, 0, 0, 0, cols, s, 0, 0f, 1f);
            }
        }

        @Override
        int operations() {
            return 6 * COLS;
        }

        @Override
        int rounds() {
            return COLS;
        }
    }
}
