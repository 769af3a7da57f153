package dev.pleat.runtime;

/**
 * The scalar form of {@link VectorWinograd}, operation by operation, of {@link Simd#LANES} channels. A method for one lane,
 * since a fresh process interprets a loop until its method has been called often.
 */
final class ScalarWinograd {
    private static final int LANES = Simd.LANES;
    private static final int WINDOW = 6;
    private static final int SIZE = 4;

    private ScalarWinograd() {}

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
        float d4 = s[a + 4 * step];
        float even = d4 - d2;
        float odd = d3 - d1;
        float even4 = d4 - d2 * 4f;
        float odd4 = d3 - d1 * 4f;
        float first = (s[a] - d2) * 4f;
        float last = s[a + 5 * step] - d3;
        s[b] = first + even;
        s[b + yStep] = even4 + odd4;
        s[b + 2 * yStep] = even4 - odd4;
        s[b + 3 * yStep] = even + (odd + odd);
        s[b + 4 * yStep] = even - (odd + odd);
        s[b + 5 * yStep] = last - odd * 4f;
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
        float m4 = s[a + 4 * step];
        float m5 = s[a + 5 * step];
        float sum = m1 + m2;
        float difference = m1 - m2;
        float sum2 = m3 + m4;
        float difference2 = m3 - m4;
        s[b] = m0 + (sum + sum2);
        s[b + yStep] = difference + (difference2 + difference2);
        s[b + 2 * yStep] = sum + sum2 * 4f;
        s[b + 3 * yStep] = difference + difference2 * 8f + m5;
    }
}
