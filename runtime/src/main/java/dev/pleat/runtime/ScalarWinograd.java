package dev.pleat.runtime;

/** The scalar form of {@link VectorWinograd}, operation by operation, of {@link Simd#LANES} channels. */
final class ScalarWinograd {
    private static final int LANES = Simd.LANES;
    private static final int WINDOW = Winograd.WINDOW;
    private static final int SIZE = Winograd.SIZE;

    private ScalarWinograd() {}

    static void input(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        for (int i = 0; i < WINDOW; i++) {
            int a = x + i * next;
            int b = y + i * yNext;
            for (int lane = 0; lane < LANES; lane++) {
                float d1 = s[a + step + lane];
                float d2 = s[a + 2 * step + lane];
                float d3 = s[a + 3 * step + lane];
                float d4 = s[a + 4 * step + lane];
                float even = d4 - d2;
                float odd = d3 - d1;
                float even4 = d4 - d2 * 4f;
                float odd4 = d3 - d1 * 4f;
                float first = (s[a + lane] - d2) * 4f;
                float last = s[a + 5 * step + lane] - d3;
                s[b + lane] = first + even;
                s[b + yStep + lane] = even4 + odd4;
                s[b + 2 * yStep + lane] = even4 - odd4;
                s[b + 3 * yStep + lane] = even + (odd + odd);
                s[b + 4 * yStep + lane] = even - (odd + odd);
                s[b + 5 * yStep + lane] = last - odd * 4f;
            }
        }
    }

    static void rows(float[] s, int t, int plane, int half) {
        for (int i = 0; i < WINDOW; i++) {
            int a = t + i * plane;
            int to = half + i * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                float m1 = s[a + WINDOW * plane + lane];
                float m2 = s[a + 2 * WINDOW * plane + lane];
                float m3 = s[a + 3 * WINDOW * plane + lane];
                float m4 = s[a + 4 * WINDOW * plane + lane];
                float sum = m1 + m2;
                float difference = m1 - m2;
                float sum2 = m3 + m4;
                float difference2 = m3 - m4;
                s[to + lane] = s[a + lane] + (sum + sum2);
                s[to + WINDOW * LANES + lane] = difference + (difference2 + difference2);
                s[to + 2 * WINDOW * LANES + lane] = sum + sum2 * 4f;
                s[to + 3 * WINDOW * LANES + lane] = difference + difference2 * 8f + s[a + 5 * WINDOW * plane + lane];
            }
        }
    }

    static void columns(float[] s, int half) {
        for (int i = 0; i < SIZE; i++) {
            int a = half + i * WINDOW * LANES;
            int to = half + i * SIZE * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                float m0 = s[a + lane];
                float m1 = s[a + LANES + lane];
                float m2 = s[a + 2 * LANES + lane];
                float m3 = s[a + 3 * LANES + lane];
                float m4 = s[a + 4 * LANES + lane];
                float m5 = s[a + 5 * LANES + lane];
                float sum = m1 + m2;
                float difference = m1 - m2;
                float sum2 = m3 + m4;
                float difference2 = m3 - m4;
                s[to + lane] = m0 + (sum + sum2);
                s[to + LANES + lane] = difference + (difference2 + difference2);
                s[to + 2 * LANES + lane] = sum + sum2 * 4f;
                s[to + 3 * LANES + lane] = difference + difference2 * 8f + m5;
            }
        }
    }
}
