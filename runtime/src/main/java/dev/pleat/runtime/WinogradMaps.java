package dev.pleat.runtime;

/** The maps of {@link Winograd} of a vector of channels, in the scalar form until HotSpot has compiled the other. */
final class WinogradMaps {
    private static final Map INPUT = new Map(0);
    private static final Map ROWS = new Map(1);
    private static final Map WRITE = new Map(2);
    private static final Map ADD = new Map(3);

    private WinogradMaps() {}

    static void input(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        if (INPUT.isReady()) {
            VectorWinograd.input(s, x, next, step, y, yNext, yStep);
        } else {
            ScalarWinograd.input(s, x, next, step, y, yNext, yStep);
        }
    }

    static void rows(float[] s, int t, int plane, int half) {
        if (ROWS.isReady()) {
            VectorWinograd.rows(s, t, plane, half);
        } else {
            ScalarWinograd.rows(s, t, plane, half);
        }
    }

    static void write(float[] s, int half, int y, int yRow, int yCol, float[] w, int b, float least, float most) {
        if (WRITE.isReady()) {
            VectorWinograd.write(s, half, y, yRow, yCol, w, b, least, most);
        } else {
            ScalarWinograd.write(s, half, y, yRow, yCol, -1, 0, w, b, least, most);
        }
    }

    static void add(
            float[] s,
            int half,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            float[] w,
            int b,
            float least,
            float most) {
        if (ADD.isReady()) {
            VectorWinograd.add(s, half, y, yRow, yCol, r, rRow, w, b, least, most);
        } else {
            ScalarWinograd.write(s, half, y, yRow, yCol, r, rRow, w, b, least, most);
        }
    }

    /** One of the maps. */
    private static final class Map extends ColdKernel {
        private static final int WINDOW = Winograd.WINDOW;
        private static final int OPERATIONS = 150;

        private final int map;
        private float[] s;

        Map(int map) {
            this.map = map;
        }

        @Override
        void begin() {
            s = new float[2 * WINDOW * WINDOW * Simd.LANES];
        }

        @Override
        void end() {
            s = null;
            switchOver();
        }

        @Override
        void call(boolean skip) {
            int lanes = Simd.LANES;
            int row = WINDOW * lanes;
            int y = skip ? -1 : WINDOW * row;
            switch (map) {
                case 0:
                    VectorWinograd.input(s, 0, row, lanes, y, row, lanes);
                    break;
                case 1:
                    VectorWinograd.rows(s, 0, lanes, y);
                    break;
                case 2:
                    VectorWinograd.write(s, 0, y, row, lanes, s, 0, 0f, 1f);
                    break;
                default:
                    VectorWinograd.add(s, 0, y, row, lanes, 0, row, s, 0, 0f, 1f);
            }
        }

        @Override
        int operations() {
            return OPERATIONS;
        }

        @Override
        int rounds() {
            return WINDOW;
        }
    }
}
