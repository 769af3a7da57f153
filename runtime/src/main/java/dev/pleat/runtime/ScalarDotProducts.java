package dev.pleat.runtime;

/**
 * The scalar form of {@link DotProducts}: the sums of the lanes that vectors have, in the same order. Without vectors it is
 * as if they had four.
 */
final class ScalarDotProducts {
    private ScalarDotProducts() {}

    static void sums(float[] s, int x, float[] w, int k, int rows, int inputs, int work) {
        int lanes = DotProducts.LANES;
        for (int row = 0; row < rows; row++) {
            for (int lane = 0; lane < lanes; lane += 4) {
                four(s, x + lane, w, k + row * inputs + lane, inputs, lanes, work + row * lanes + lane);
            }
        }
    }

    private static void four(float[] s, int x, float[] w, int k, int inputs, int lanes, int sums) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < inputs; i += lanes) {
            int n = x + i;
            int q = k + i;
            if (Simd.FMA) {
                a = Math.fma(s[n], w[q], a);
                b = Math.fma(s[n + 1], w[q + 1], b);
                c = Math.fma(s[n + 2], w[q + 2], c);
                d = Math.fma(s[n + 3], w[q + 3], d);
            } else {
                a += s[n] * w[q];
                b += s[n + 1] * w[q + 1];
                c += s[n + 2] * w[q + 2];
                d += s[n + 3] * w[q + 3];
            }
        }
        s[sums] = a;
        s[sums + 1] = b;
        s[sums + 2] = c;
        s[sums + 3] = d;
    }
}
