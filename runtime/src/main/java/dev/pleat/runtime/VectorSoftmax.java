package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector form of {@link Softmax}. */
final class VectorSoftmax {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

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
        FloatVector max = load(x, at + last);
        for (int i = 0; i < last; i += LANES) {
            max = max.max(load(x, at + i));
        }
        return max.reduceLanes(VectorOperators.MAX);
    }

    // The loop of VectorActivations.
    private static void expLess(float[] x, int xAt, float[] y, int yAt, int n, float max) {
        FloatVector v = load(x, xAt);
        for (int next = (n - 1) % LANES + 1; next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            VectorFunctions.exp(v.sub(max)).intoArray(y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    private static float sum(float[] x, int at, int n) {
        int whole = SPECIES.loopBound(n);
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < whole; i += LANES) {
            sums = sums.add(load(x, at + i));
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < n; i++) {
            sum += x[at + i];
        }
        return sum;
    }

    private static void columns(float[] x, int xAt, float[] y, int yAt, int length, int inner) {
        int whole = SPECIES.loopBound(inner);
        for (int i = 0; i < whole; i += LANES) {
            columnsOfLanes(x, xAt + i, y, yAt + i, length, inner);
        }
        for (int i = whole; i < inner; i++) {
            ScalarSoftmax.column(x, xAt + i, y, yAt + i, length, inner);
        }
    }

    private static void columnsOfLanes(float[] x, int xAt, float[] y, int yAt, int length, int step) {
        FloatVector max = load(x, xAt);
        for (int k = 1; k < length; k++) {
            max = max.max(load(x, xAt + k * step));
        }
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < length; k++) {
            FloatVector e = VectorFunctions.exp(load(x, xAt + k * step).sub(max));
            e.intoArray(y, yAt + k * step);
            sum = sum.add(e);
        }
        FloatVector factor = FloatVector.broadcast(SPECIES, 1f).div(sum);
        for (int k = 0; k < length; k++) {
            load(y, yAt + k * step).mul(factor).intoArray(y, yAt + k * step);
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
