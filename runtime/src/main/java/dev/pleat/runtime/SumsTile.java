package dev.pleat.runtime;

/**
 * Writes a tile of sums of {@link Sums}, of a vector of channels, in the scalar form until HotSpot has compiled the
 * other.
 */
final class SumsTile {
    private static final int LANES = Simd.LANES;
    private static final Tile TILE = new Tile();

    private SumsTile() {}

    /** Adds the bias to {@code rows × cols} sums, and what is at {@code r} unless that is negative, and clips them. */
    static void write(
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
        if (TILE.isReady()) {
            VectorSums.write(s, t, tRow, tCol, y, yRow, yCol, r, rRow, rCol, rows, cols, w, b, least, most);
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
                int more = r < 0 ? -1 : r + row * rRow + col * rCol;
                pixel(s, t + row * tRow + col * tCol, y + row * yRow + col * yCol, more, w, b, least, most);
            }
        }
    }

    /** A method of its own is compiled after a few calls, a loop much later. */
    private static void pixel(float[] s, int from, int to, int more, float[] w, int b, float least, float most) {
        for (int lane = 0; lane < LANES; lane++) {
            float v = s[from + lane] + w[b + lane];
            if (more >= 0) {
                v += s[more + lane];
            }
            s[to + lane] = Simd.MIN_MAX ? Clip.scalar(v, least, most) : v;
        }
    }

    /** The vector form, in all its cases: what HotSpot has not seen, it leaves out. A row is enough for that. */
    private static final class Tile extends ColdKernel {
        private static final int ROWS = 1;
        private static final int COLS = 6;
        private static final int OPERATIONS = 13;

        @Override
        int floats() {
            return LANES;
        }

        @Override
        void call(boolean skip) {
            int y = skip ? -SKIPPED_ROUNDS : 0;
            VectorSums.write(s, 0, 0, 0, y, 0, 0, -1, 0, 0, ROWS, COLS, s, 0, 0f, 1f);
            VectorSums.write(s, 0, 0, 0, y, 0, 0, 0, 0, 0, ROWS, COLS, s, 0, Float.NEGATIVE_INFINITY, 1f);
        }

        /** Writes all that large convolutions compute. */
        @Override
        int urgency() {
            return 1;
        }

        @Override
        int operations() {
            return OPERATIONS * ROWS * COLS;
        }

        @Override
        int rounds() {
            return 2 * ROWS * COLS;
        }
    }
}
