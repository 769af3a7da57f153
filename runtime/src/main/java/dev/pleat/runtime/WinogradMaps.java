package dev.pleat.runtime;

/** The maps of {@link Winograd} of a vector of channels, in the scalar form until HotSpot has compiled the other. */
final class WinogradMaps {
    private static final Map INPUT = new Map(0);
    private static final Map ROWS = new Map(1);
    private static final Map COLUMNS = new Map(2);

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

    static void columns(float[] s, int half) {
        if (COLUMNS.isReady()) {
            VectorWinograd.columns(s, half);
        } else {
            ScalarWinograd.columns(s, half);
        }
    }

    /** One of the maps. */
    private static final class Map extends ColdKernel {
        private static final int WINDOW = Winograd.WINDOW;
        private static final int OPERATIONS = 150;

        private final int map;

        Map(int map) {
            this.map = map;
        }

        @Override
        int floats() {
            return 2 * WINDOW * WINDOW * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            int lanes = Simd.LANES;
            int row = WINDOW * lanes;
            int y = skip ? -SKIPPED_ROUNDS : WINDOW * row;
            switch (map) {
                case 0:
                    VectorWinograd.input(s, 0, row, lanes, y, row, lanes);
                    break;
                case 1:
                    VectorWinograd.rows(s, 0, lanes, y);
                    break;
                default:
                    VectorWinograd.columns(s, y);
            }
        }

        /** Models with large convolutions spend most of the rest here. */
        @Override
        int urgency() {
            return 2;
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
