package dev.pleat.runtime;

/**
 * Writes a tile of sums of {@link Sums}, of a vector of channels, in the scalar form until HotSpot has compiled the
 * other.
 */
final class SumsTile {
    private static final int LANES = Simd.LANES;
    private static final Tile WRITE = new Tile(false);
    private static final Tile ADD = new Tile(true);

    private SumsTile() {}

    static void write(
            float[] s,
            int t,
            int tRow,
            int tCol,
            int y,
            int yRow,
            int yCol,
            int rows,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        if (WRITE.isReady()) {
            VectorSums.write(s, t, tRow, tCol, y, yRow, yCol, rows, cols, w, b, least, most);
        } else {
            scalar(s, t, tRow, tCol, y, yRow, yCol, -1, 0, 0, rows, cols, w, b, least, most);
        }
    }

    static void add(
            float[] s,
            int t,
            int tRow,
            int tCol,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            int rCol,
            int rows,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        if (ADD.isReady()) {
            VectorSums.add(s, t, tRow, tCol, y, yRow, yCol, r, rRow, rCol, rows, cols, w, b, least, most);
        } else {
            scalar(s, t, tRow, tCol, y, yRow, yCol, r, rRow, rCol, rows, cols, w, b, least, most);
        }
    }

    static void scalar(
            float[] s,
            int t,
            int tRow,
            int tCol,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            int rCol,
            int rows,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int from = t + row * tRow + col * tCol;
                int to = y + row * yRow + col * yCol;
                int more = r + row * rRow + col * rCol;
                for (int lane = 0; lane < LANES; lane++) {
                    float v = s[from + lane] + w[b + lane];
                    if (r >= 0) {
                        v += s[more + lane];
                    }
                    s[to + lane] = Simd.MIN_MAX ? Math.min(most, Math.max(least, v)) : v;
                }
            }
        }
    }

    /** One of the two. */
    private static final class Tile extends ColdKernel {
        private static final int COLS = 24;

        private final boolean adds;
        private float[] s;

        Tile(boolean adds) {
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
                VectorSums.add(s, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, cols, s, 0, 0f, 1f);
            } else {
                VectorSums.write(s, 0, 0, 0, 0, 0, 0, 1, cols, s, 0, 0f, 1f);
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
