package dev.pleat.runtime;

/** The scalar form of {@link VectorSmallWinograd}, operation by operation, as {@link ScalarWinograd} is. */
final class ScalarSmallWinograd {
    private static final int LANES = Simd.LANES;
    private static final int WINDOW = 4;
    private static final int SIZE = 2;

    private ScalarSmallWinograd() {}

    static void input(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        for (int i = 0; i < WINDOW; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                inputLane(s, x + i * next + lane, step, y + i * yNext + lane, yStep);
            }
        }
    }

    private static void inputLane(float[] s, int a, int step, int b, int yStep) {
        float d1 = s[a + step];
        float d2 = s[a + 2 * step];
        float d3 = s[a + 3 * step];
        s[b] = s[a] - d2;
        s[b + yStep] = d1 + d2;
        s[b + 2 * yStep] = d2 - d1;
        s[b + 3 * yStep] = d1 - d3;
    }

    static void rows(float[] s, int t, int plane, int half) {
        for (int i = 0; i < WINDOW; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                outputLane(s, t + i * plane + lane, WINDOW * plane, half + i * LANES + lane, WINDOW * LANES);
            }
        }
    }

    static void columns(float[] s, int half) {
        for (int i = 0; i < SIZE; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                outputLane(s, half + i * WINDOW * LANES + lane, LANES, half + i * SIZE * LANES + lane, LANES);
            }
        }
    }

    private static void outputLane(float[] s, int a, int step, int b, int yStep) {
        float m0 = s[a];
        float m1 = s[a + step];
        float m2 = s[a + 2 * step];
        float m3 = s[a + 3 * step];
        s[b] = m0 + (m1 + m2);
        s[b + yStep] = m1 - m2 - m3;
    }
}
