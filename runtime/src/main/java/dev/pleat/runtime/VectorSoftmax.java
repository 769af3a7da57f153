package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/** The vector form of {@link Softmax}. */
final class VectorSoftmax {
    private static final int LANES = Lanes.COUNT;

    private VectorSoftmax() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, int outer, int length, int inner) {
        if (inner == 1 && length >= LANES) {
            for (int o = 0; o < outer; o++) {
                row(x, xAt + o * length, y, yAt + o * length, length);
            }
        } else if (inner >= LANES) {
            for (int o = 0; o < outer; o++) {
                columns(x, xAt + o * length * inner, y, yAt + o * length * inner, length, inner);
            }
        } else {
            ScalarSoftmax.apply(x, xAt, y, yAt, outer, length, inner);
        }
    }

    private static void row(float[] x, int xAt, float[] y, int yAt, int n) {
        expLess(x, xAt, y, yAt, n, max(x, xAt, n));
        VectorArithmetic.scale(y, yAt, y, yAt, n, 1f / sum(y, yAt, n));
    }

    private static float max(float[] x, int at, int n) {
        int last = n - LANES;
        FloatVector max = Lanes.load(x, at + last);
        for (int i = 0; i < last; i += LANES) {
            max = Lanes.max(max, Lanes.load(x, at + i));
        }
        return Lanes.max(max);
    }

    // The loop of VectorActivations.
    private static void expLess(float[] x, int xAt, float[] y, int yAt, int n, float max) {
        FloatVector v = Lanes.load(x, xAt);
        for (int next = (n - 1) % LANES + 1; next <= n; next += LANES) {
            FloatVector following = Lanes.load(x, xAt + Math.min(next, n - LANES));
            Lanes.store(VectorFunctions.exp(Lanes.sub(v, Lanes.all(max))), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    private static float sum(float[] x, int at, int n) {
        int whole = n - n % LANES;
        FloatVector sums = Lanes.all(0f);
        for (int i = 0; i < whole; i += LANES) {
            sums = Lanes.add(sums, Lanes.load(x, at + i));
        }
        float sum = Lanes.sum(sums);
        for (int i = whole; i < n; i++) {
            sum += x[at + i];
        }
        return sum;
    }

    private static void columns(float[] x, int xAt, float[] y, int yAt, int length, int inner) {
        int whole = inner - inner % LANES;
        for (int i = 0; i < whole; i += LANES) {
            columnsOfLanes(x, xAt + i, y, yAt + i, length, inner);
        }
        for (int i = whole; i < inner; i++) {
            ScalarSoftmax.column(x, xAt + i, y, yAt + i, length, inner);
        }
    }

    private static void columnsOfLanes(float[] x, int xAt, float[] y, int yAt, int length, int step) {
        FloatVector max = Lanes.load(x, xAt);
        for (int k = 1; k < length; k++) {
            max = Lanes.max(max, Lanes.load(x, xAt + k * step));
        }
        FloatVector sum = Lanes.all(0f);
        for (int k = 0; k < length; k++) {
            FloatVector e = VectorFunctions.exp(Lanes.sub(Lanes.load(x, xAt + k * step), max));
            Lanes.store(e, y, yAt + k * step);
            sum = Lanes.add(sum, e);
        }
        FloatVector factor = Lanes.div(Lanes.all(1f), sum);
        for (int k = 0; k < length; k++) {
            Lanes.store(Lanes.mul(Lanes.load(y, yAt + k * step), factor), y, yAt + k * step);
        }
    }
}
