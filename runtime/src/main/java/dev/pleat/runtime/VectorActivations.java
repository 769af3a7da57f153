package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;
import static dev.pleat.runtime.Lanes.load;
import static dev.pleat.runtime.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector forms of {@link Activations}.
 *
 * <p>The cheap ones take whole vectors, then the scalar form for the rest. Where that is dear, a span that is no whole
 * number of vectors takes one more, which overlaps another. In place, the floats it shares must be read before they are
 * overwritten, so each loop loads the next vector before it stores the present one. Each function appears once per
 * loop: for the reason, and for the style, see {@link Lanes}. These want one vector at least; a negative length asks for
 * nothing but to be counted, see {@link ColdKernel}.
 */
final class VectorActivations {
    private static final int LANES = Lanes.COUNT;

    private VectorActivations() {}

    /** Without a slope below zero and with a threshold of zero. */
    static void relu(float[] x, int xAt, float[] y, int yAt, int n, float maxValue) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.max(0f).min(maxValue).intoArray(y, yAt + i);
        }
        ScalarActivations.relu(x, xAt + whole, y, yAt + whole, n - whole, 0f, maxValue, 0f);
    }

    static void leakyRelu(
            float[] x, int xAt, float[] y, int yAt, int n, float negativeSlope, float maxValue, float threshold) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        // a slope of zero gives zero for -infinity too
        float lowest = negativeSlope == 0f ? -Float.MAX_VALUE : Float.NEGATIVE_INFINITY;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            FloatVector low = v.max(lowest).sub(threshold).mul(negativeSlope);
            v = v.blend(low, v.compare(VectorOperators.LE, threshold));
            v.blend(maxValue, v.compare(VectorOperators.GE, maxValue)).intoArray(y, yAt + i);
        }
        ScalarActivations.relu(x, xAt + whole, y, yAt + whole, n - whole, negativeSlope, maxValue, threshold);
    }

    static void elu(float[] x, int xAt, float[] y, int yAt, int n, float alpha) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.elu(v, 1f, alpha), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void selu(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(
                    VectorFunctions.elu(v, Polynomials.SELU_SCALE, Polynomials.SELU_FLOOR),
                    y,
                    yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
        VectorGelu.apply(x, xAt, y, yAt, n);
    }

    static void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.geluTanh(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.sigmoid(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void hardSigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.add(3f).max(0f).min(6f).mul(1f / 6f).intoArray(y, yAt + i);
        }
        ScalarActivations.hardSigmoid(x, xAt + whole, y, yAt + whole, n - whole);
    }

    static void hardSigmoidKeras2(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.mul(0.2f).add(0.5f).max(0f).min(1f).intoArray(y, yAt + i);
        }
        ScalarActivations.hardSigmoidKeras2(x, xAt + whole, y, yAt + whole, n - whole);
    }

    static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.tanh(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void softplus(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.softplus(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void softsign(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v = v.max(-1e30f).min(1e30f);
            v.div(v.abs().add(1f)).intoArray(y, yAt + i);
        }
        ScalarActivations.softsign(x, xAt + whole, y, yAt + whole, n - whole);
    }

    static void swish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.swish(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void hardSwish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v = v.max(-3f);
            v.add(3f).min(6f).mul(1f / 6f).mul(v).intoArray(y, yAt + i);
        }
        ScalarActivations.hardSwish(x, xAt + whole, y, yAt + whole, n - whole);
    }

    static void mish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.mish(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void exponential(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.exp(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    /** Where the part of a span ends that only its first vector writes: the rest is whole vectors. */
    private static int firstEnd(int n) {
        return (n - 1) % LANES + 1;
    }
}
