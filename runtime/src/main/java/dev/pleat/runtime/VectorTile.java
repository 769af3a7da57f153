package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * One vector kernel for all linear layers, whose distances are parameters: half as fast as those that are written for a
 * layer, but compiled before any of them. {@link StandIn} says what it computes. For the style see {@link Lanes}.
 */
final class VectorTile {
    private static final int LANES = Lanes.COUNT;

    /** What leaves every sum as it is, also a negative zero. */
    private static final float[] NOTHING = negativeZeros();

    private static final float[] ZEROS = new float[LANES];

    private VectorTile() {}

    /** The state of the kernel, apart from it: whoever asks for it loads no vectors. */
    static final class Switch extends ColdKernel {
        static final Switch KERNEL = new Switch();

        private static final int COUNT = 16;

        /** Of the outer loops. */
        private static final int ROUNDS = 2;

        private boolean continues;

        private Switch() {}

        @Override
        int floats() {
            return (COUNT + 4) * Simd.LANES;
        }

        /** Takes every branch that layers take: what it left out would be compiled anew when the first one gets there. */
        @Override
        void call(boolean skip) {
            int k = skip ? -SKIPPED_ROUNDS : 4 * Simd.LANES;
            continues = !continues;
            four(
                    s,
                    s,
                    s,
                    continues ? -1 : 0,
                    s,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    k,
                    Simd.LANES,
                    ROUNDS,
                    0,
                    ROUNDS,
                    0,
                    COUNT / (ROUNDS * ROUNDS),
                    0f,
                    1f,
                    0,
                    0,
                    0,
                    0);
        }

        /** Stands in for most kernels of all models. */
        @Override
        int urgency() {
            return 3;
        }

        @Override
        int operations() {
            return 4 * COUNT;
        }

        @Override
        int rounds() {
            return COUNT;
        }
    }

    private static float[] negativeZeros() {
        float[] zeros = new float[LANES];
        Arrays.fill(zeros, -0f);
        return zeros;
    }

    static void matrix(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int b, int next) {
        int step = t.vectors * LANES;
        for (int vector = 0; vector < t.vectors; vector++) {
            int c = Math.min(vector * LANES, t.channels - LANES);
            pixels(t, s, w, x, y + c, r < 0 ? -1 : r + c, k + vector * LANES, step, b + c, next);
        }
    }

    private static void pixels(StandIn t, float[] s, float[] w, int x, int y, int r, int k, int step, int b, int next) {
        float least = t.finish.least();
        float most = t.finish.most();
        int last = t.rows * t.cols - 1;
        float[] add = r < 0 ? NOTHING : s;
        for (int pixel = 0; pixel <= last; pixel += 4) {
            int p1 = Math.min(pixel + 1, last);
            int p2 = Math.min(pixel + 2, last);
            int p3 = Math.min(pixel + 3, last);
            int y0 = y + place(t, pixel, next, t.yRow, t.yCol);
            int y1 = y + place(t, p1, next, t.yRow, t.yCol);
            int y2 = y + place(t, p2, next, t.yRow, t.yCol);
            int y3 = y + place(t, p3, next, t.yRow, t.yCol);
            four(
                    s,
                    w,
                    t.fresh ? ZEROS : t.continues ? s : w,
                    t.fresh ? 0 : t.continues ? -1 : b,
                    add,
                    r < 0 ? 0 : r + place(t, pixel, next, t.rRow, t.rCol),
                    r < 0 ? 0 : r + place(t, p1, next, t.rRow, t.rCol),
                    r < 0 ? 0 : r + place(t, p2, next, t.rRow, t.rCol),
                    r < 0 ? 0 : r + place(t, p3, next, t.rRow, t.rCol),
                    x + place(t, pixel, next, t.xRow, t.xCol),
                    x + place(t, p1, next, t.xRow, t.xCol),
                    x + place(t, p2, next, t.xRow, t.xCol),
                    x + place(t, p3, next, t.xRow, t.xCol),
                    k,
                    step,
                    t.n2,
                    t.s2,
                    t.n1,
                    t.s1,
                    t.n0,
                    least,
                    most,
                    y0,
                    y1,
                    y2,
                    y3);
        }
    }

    private static int place(StandIn t, int pixel, int next, int row, int col) {
        int line = pixel / t.cols;
        int within = pixel % t.cols;
        return (within < next ? line : line + 1) * row + within * col;
    }

    /**
     * Computes four pixels of a vector of channels; a negative {@code k} asks for nothing but to be counted. Loops go round
     * at least once: around those that may not, HotSpot 17 boxes the sums.
     */
    private static void four(
            float[] s,
            float[] w,
            float[] start,
            int b,
            float[] add,
            int r0,
            int r1,
            int r2,
            int r3,
            int x0,
            int x1,
            int x2,
            int x3,
            int k,
            int step,
            int n2,
            int s2,
            int n1,
            int s1,
            int n0,
            float least,
            float most,
            int y0,
            int y1,
            int y2,
            int y3) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector a0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, start, b < 0 ? y0 : b));
        FloatVector a1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, start, b < 0 ? y1 : b));
        FloatVector a2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, start, b < 0 ? y2 : b));
        FloatVector a3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, start, b < 0 ? y3 : b));
        a0 = a0.add(FloatVector.fromArray(SPECIES, add, r0));
        a1 = a1.add(FloatVector.fromArray(SPECIES, add, r1));
        a2 = a2.add(FloatVector.fromArray(SPECIES, add, r2));
        a3 = a3.add(FloatVector.fromArray(SPECIES, add, r3));
        int q = k;
        int i = 0;
        do {
            int j = 0;
            do {
                int n = i * s2 + j * s1;
                int l = 0;
                do {
                    FloatVector weights = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, q + l * step));
                    FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, s[x0 + n + l]));
                    FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, s[x1 + n + l]));
                    FloatVector v2 = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, s[x2 + n + l]));
                    FloatVector v3 = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, s[x3 + n + l]));
                    if (Simd.FMA) {
                        a0 = v0.fma(weights, (FloatVector) CLASS.cast(a0));
                        a1 = v1.fma(weights, (FloatVector) CLASS.cast(a1));
                        a2 = v2.fma(weights, (FloatVector) CLASS.cast(a2));
                        a3 = v3.fma(weights, (FloatVector) CLASS.cast(a3));
                    } else {
                        a0 = ((FloatVector) CLASS.cast(v0.mul(weights))).add((FloatVector) CLASS.cast(a0));
                        a1 = ((FloatVector) CLASS.cast(v1.mul(weights))).add((FloatVector) CLASS.cast(a1));
                        a2 = ((FloatVector) CLASS.cast(v2.mul(weights))).add((FloatVector) CLASS.cast(a2));
                        a3 = ((FloatVector) CLASS.cast(v3.mul(weights))).add((FloatVector) CLASS.cast(a3));
                    }
                } while (++l < n0);
                q += n0 * step;
            } while (++j < n1);
        } while (++i < n2);
        if (Simd.MIN_MAX) {
            FloatVector low = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, least));
            FloatVector high = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, most));
            a0 = high.min((FloatVector) CLASS.cast(low.max((FloatVector) CLASS.cast(a0))));
            a1 = high.min((FloatVector) CLASS.cast(low.max((FloatVector) CLASS.cast(a1))));
            a2 = high.min((FloatVector) CLASS.cast(low.max((FloatVector) CLASS.cast(a2))));
            a3 = high.min((FloatVector) CLASS.cast(low.max((FloatVector) CLASS.cast(a3))));
        }
        ((FloatVector) CLASS.cast(a0)).intoArray(s, y0);
        ((FloatVector) CLASS.cast(a1)).intoArray(s, y1);
        ((FloatVector) CLASS.cast(a2)).intoArray(s, y2);
        ((FloatVector) CLASS.cast(a3)).intoArray(s, y3);
    }
}
