package dev.pleat.runtime;

/**
 * The scalar form of the kernels of linear layers, on weights in panels: {@link StandIn} says what they compute. Sums are
 * added up in the order of the vector kernels.
 */
final class ScalarTile {
    private static final float[] ZEROS = new float[4];

    /** What leaves every sum as it is, also a negative zero. */
    private static final float[] NOTHING = {-0f, -0f, -0f, -0f};

    private ScalarTile() {}

    static void matrix(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int e, int next) {
        for (int line = 0; line < t.rows; line++) {
            for (int col = 0; col < t.cols; col++) {
                int row = col < next ? line : line + 1;
                int from = x + row * t.xRow + col * t.xCol;
                int to = y + row * t.yRow + col * t.yCol;
                int add = r < 0 ? -1 : r + row * t.rRow + col * t.rCol;
                pixel(t, s, w, from, to, add, k, b, e);
            }
        }
    }

    private static void pixel(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int e) {
        for (int vector = 0; vector < t.vectors; vector++) {
            int first = Math.min(vector * t.lanes, t.channels - t.lanes);
            for (int lane = 0; lane < t.lanes; lane += 4) {
                int c = first + lane;
                int weights = k + vector * t.lanes + lane;
                int add = r < 0 ? -1 : r + c;
                if (t.unroll == 1 && t.finish.isNothing()) {
                    four(t, s, w, x, y + c, add, weights, b + c);
                } else {
                    oneByOne(t, s, w, x, y + c, add, weights, b + c, e + c);
                }
            }
        }
    }

    /** Computes four neighbouring channels of a pixel whose sums are stored as they are. */
    private static void four(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b) {
        float[] start = t.fresh ? ZEROS : t.continues ? s : w;
        int from = t.fresh ? 0 : t.continues ? y : b;
        accumulate(t, s, w, start, from, r < 0 ? NOTHING : s, Math.max(0, r), x, y, k);
    }

    /**
     * Adds up four sums. A method without branches: C2 leaves out a branch that it has not seen yet, and starts all over when
     * it meets it. Nothing but complete sums is stored: where tiles overlap, another thread may clip what it finds there.
     */
    private static void accumulate(
            StandIn t, float[] s, float[] w, float[] start, int from, float[] add, int r, int x, int y, int k) {
        float a0 = start[from] + add[r];
        float a1 = start[from + 1] + add[r + 1];
        float a2 = start[from + 2] + add[r + 2];
        float a3 = start[from + 3] + add[r + 3];
        int step = t.vectors * t.lanes;
        int n1 = t.n1;
        int s1 = t.s1;
        int n0 = t.n0;
        int q = k;
        for (int i = 0; i < t.n2; i++) {
            for (int j = 0; j < n1; j++) {
                int n = x + i * t.s2 + j * s1;
                for (int end = n + n0; n < end; n++) {
                    float v = s[n];
                    if (Simd.FMA) {
                        a0 = Math.fma(v, w[q], a0);
                        a1 = Math.fma(v, w[q + 1], a1);
                        a2 = Math.fma(v, w[q + 2], a2);
                        a3 = Math.fma(v, w[q + 3], a3);
                    } else {
                        a0 += v * w[q];
                        a1 += v * w[q + 1];
                        a2 += v * w[q + 2];
                        a3 += v * w[q + 3];
                    }
                    q += step;
                }
            }
        }
        s[y] = a0;
        s[y + 1] = a1;
        s[y + 2] = a2;
        s[y + 3] = a3;
    }

    /** Computes four channels whose numbers are added to several sums in turn, or whose sums are finished. */
    private static void oneByOne(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int e) {
        for (int lane = 0; lane < 4; lane++) {
            float start = r < 0 ? w[b + lane] : w[b + lane] + s[r + lane];
            float sum = dot(t, s, w, x, k + lane, 0, start);
            for (int part = 1; part < t.unroll; part++) {
                sum += dot(t, s, w, x, k + lane, part, 0);
            }
            s[y + lane] = t.finish.apply(sum, w, e + lane);
        }
    }

    private static float dot(StandIn t, float[] s, float[] w, int x, int k, int part, float start) {
        int step = t.vectors * t.lanes;
        float sum = start;
        int q = k;
        for (int i = 0; i < t.n2; i++) {
            for (int j = 0; j < t.n1; j++) {
                int n = x + i * t.s2 + j * t.s1;
                for (int l = part; l < t.n0; l += t.unroll) {
                    sum = multiplyAdd(s[n + l], w[q + l * step], sum);
                }
                q += t.n0 * step;
            }
        }
        return sum;
    }

    private static float multiplyAdd(float a, float b, float c) {
        return Simd.FMA ? Math.fma(a, b, c) : a * b + c;
    }

    static void depthwise(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int e) {
        for (int row = 0; row < t.rows; row++) {
            for (int col = 0; col < t.cols; col++) {
                int from = x + row * t.xRow + col * t.xCol;
                int to = y + row * t.yRow + col * t.yCol;
                int add = r < 0 ? -1 : r + row * t.rRow + col * t.rCol;
                for (int c = 0; c < t.n0; c++) {
                    channel(t, s, w, from + c, to + c, add < 0 ? -1 : add + c, k + c, b + c, e + c);
                }
            }
        }
    }

    private static void channel(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int e) {
        float sum = r < 0 ? w[b] : w[b] + s[r];
        int q = k;
        for (int i = 0; i < t.n2; i++) {
            int n = x + i * t.s2;
            for (int j = 0; j < t.n1; j++) {
                sum = multiplyAdd(s[n], w[q], sum);
                n += t.s1;
                q += t.channels;
            }
        }
        s[y] = t.finish.apply(sum, w, e);
    }
}
