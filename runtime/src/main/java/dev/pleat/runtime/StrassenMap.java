package dev.pleat.runtime;

/** The sums of blocks of a pair of pixels for {@link Strassen}, in the scalar form until HotSpot has compiled the other. */
final class StrassenMap {
    private static final Input INPUT = new Input();

    private StrassenMap() {}

    /** Adds up halves of the pixels at {@code a} and {@code b}, each of {@code half} channels. */
    static void input(float[] s, int a, int b, int half, int to, int plane) {
        if (INPUT.isReady()) {
            VectorStrassen.input(s, a, b, half, to, plane);
        } else {
            scalar(s, a, b, half, to, plane);
        }
    }

    static void scalar(float[] s, int a, int b, int half, int to, int plane) {
        for (int c = 0; c < half; c++) {
            float a11 = s[a + c];
            float a12 = s[a + half + c];
            float a21 = s[b + c];
            float a22 = s[b + half + c];
            float s1 = a21 + a22;
            float s2 = s1 - a11;
            int at = to + c;
            s[at] = a11;
            s[at + plane] = s2;
            s[at + 2 * plane] = a12;
            s[at + 3 * plane] = a11 - a21;
            s[at + 4 * plane] = s1;
            s[at + 5 * plane] = a12 - s2;
            s[at + 6 * plane] = a22;
        }
    }

    /** The vector form. */
    private static final class Input extends ColdKernel {
        private static final int VECTORS = 8;
        private static final int OPERATIONS = 15;

        private float[] s;

        @Override
        void begin() {
            s = new float[(Strassen.PRODUCTS + 2) * VECTORS * Simd.LANES];
        }

        @Override
        void end() {
            s = null;
            switchOver();
        }

        @Override
        void call(boolean skip) {
            int half = VECTORS * Simd.LANES;
            VectorStrassen.input(s, 0, 0, half, skip ? -SKIPPED_ROUNDS : 2 * half, half);
        }

        @Override
        int operations() {
            return OPERATIONS * VECTORS;
        }

        @Override
        int rounds() {
            return VECTORS;
        }
    }
}
