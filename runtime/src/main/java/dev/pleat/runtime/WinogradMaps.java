package dev.pleat.runtime;

/** The maps of {@link Winograd} of a vector of channels, in the scalar form until HotSpot has compiled the other. */
final class WinogradMaps {
    private static final Map INPUT = new Map(4, 0);
    private static final Map ROWS = new Map(4, 1);
    private static final Map COLUMNS = new Map(4, 2);
    private static final Map SMALL_INPUT = new Map(2, 0);
    private static final Map SMALL_ROWS = new Map(2, 1);
    private static final Map SMALL_COLUMNS = new Map(2, 2);

    private WinogradMaps() {}

    static void input(int size, float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        if (size == 2) {
            smallInput(s, x, next, step, y, yNext, yStep);
        } else if (INPUT.isReady()) {
            VectorWinograd.input(s, x, next, step, y, yNext, yStep);
        } else {
            ScalarWinograd.input(s, x, next, step, y, yNext, yStep);
        }
    }

    static void rows(int size, float[] s, int t, int plane, int half) {
        if (size == 2) {
            smallRows(s, t, plane, half);
        } else if (ROWS.isReady()) {
            VectorWinograd.rows(s, t, plane, half);
        } else {
            ScalarWinograd.rows(s, t, plane, half);
        }
    }

    static void columns(int size, float[] s, int half) {
        if (size == 2) {
            smallColumns(s, half);
        } else if (COLUMNS.isReady()) {
            VectorWinograd.columns(s, half);
        } else {
            ScalarWinograd.columns(s, half);
        }
    }

    private static void smallInput(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        if (SMALL_INPUT.isReady()) {
            VectorSmallWinograd.input(s, x, next, step, y, yNext, yStep);
        } else {
            ScalarSmallWinograd.input(s, x, next, step, y, yNext, yStep);
        }
    }

    private static void smallRows(float[] s, int t, int plane, int half) {
        if (SMALL_ROWS.isReady()) {
            VectorSmallWinograd.rows(s, t, plane, half);
        } else {
            ScalarSmallWinograd.rows(s, t, plane, half);
        }
    }

    private static void smallColumns(float[] s, int half) {
        if (SMALL_COLUMNS.isReady()) {
            VectorSmallWinograd.columns(s, half);
        } else {
            ScalarSmallWinograd.columns(s, half);
        }
    }

    /** One of the maps. */
    private static final class Map extends ColdKernel {
        private static final int OPERATIONS = 150;
        private static final int SMALL_OPERATIONS = 50;

        private final int size;
        private final int window;
        private final int map;

        Map(int size, int map) {
            this.size = size;
            this.window = size + 2;
            this.map = map;
        }

        @Override
        int floats() {
            return 2 * window * window * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            int lanes = Simd.LANES;
            int row = window * lanes;
            int y = skip ? -SKIPPED_ROUNDS : window * row;
            if (size == 2) {
                callSmall(lanes, row, y);
            } else {
                callLarge(lanes, row, y);
            }
        }

        private void callLarge(int lanes, int row, int y) {
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

        private void callSmall(int lanes, int row, int y) {
            switch (map) {
                case 0:
                    VectorSmallWinograd.input(s, 0, row, lanes, y, row, lanes);
                    break;
                case 1:
                    VectorSmallWinograd.rows(s, 0, lanes, y);
                    break;
                default:
                    VectorSmallWinograd.columns(s, y);
            }
        }

        /** Models with large convolutions spend most of the rest here. */
        @Override
        int urgency() {
            return 2;
        }

        @Override
        int operations() {
            return size == 2 ? SMALL_OPERATIONS : OPERATIONS;
        }

        @Override
        int rounds() {
            return window;
        }
    }
}
