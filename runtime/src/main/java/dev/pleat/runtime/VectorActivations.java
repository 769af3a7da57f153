package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.*;

import jdk.incubator.vector.FloatVector;

/**
 * The vector forms of {@link Activations}.
 *
 * <p>A span that is no whole number of vectors takes one more, which overlaps another. In place, the floats it shares must
 * be read before they are overwritten; so each loop loads the next vector before it stores the present one. (Every
 * function appears once per loop: twice its size and C2 stops inlining, and then allocates vectors.) Spans shorter than
 * a vector take the scalar form.
 */
final class VectorActivations {
    private static final int LANES = Lanes.COUNT;

    private VectorActivations() {}

    static void relu(
            float[] x, int xAt, float[] y, int yAt, int n, float negativeSlope, float maxValue, float threshold) {
        if (n < LANES) {
            ScalarActivations.relu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold);
        } else if (negativeSlope == 0f && threshold == 0f) {
            clip(x, xAt, y, yAt, n, maxValue);
        } else {
            int last = n - LANES;
            FloatVector end = relu(load(x, xAt + last), negativeSlope, maxValue, threshold);
            for (int i = 0; i < last; i += LANES) {
                store(relu(load(x, xAt + i), negativeSlope, maxValue, threshold), y, yAt + i);
            }
            store(end, y, yAt + last);
        }
    }

    /** {@code x} within 0 and {@code maxValue}. */
    private static void clip(float[] x, int xAt, float[] y, int yAt, int n, float maxValue) {
        int last = n - LANES;
        FloatVector end = min(max(load(x, xAt + last), all(0f)), all(maxValue));
        for (int i = 0; i < last; i += LANES) {
            store(min(max(load(x, xAt + i), all(0f)), all(maxValue)), y, yAt + i);
        }
        store(end, y, yAt + last);
    }

    private static FloatVector relu(FloatVector x, float negativeSlope, float maxValue, float threshold) {
        FloatVector low = negativeSlope == 0f ? all(0f) : mul(sub(x, all(threshold)), all(negativeSlope));
        return replaceFrom(replaceBelow(x, all(threshold), low), all(maxValue), all(maxValue));
    }

    static void elu(float[] x, int xAt, float[] y, int yAt, int n, float alpha) {
        if (n < LANES) {
            ScalarActivations.elu(x, xAt, y, yAt, n, alpha);
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
        if (n < LANES) {
            ScalarActivations.selu(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.gelu(x, xAt, y, yAt, n);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.gelu(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.geluTanh(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.sigmoid(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.hardSigmoid(x, xAt, y, yAt, n);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.hardSigmoid(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void hardSigmoidKeras2(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.hardSigmoidKeras2(x, xAt, y, yAt, n);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.hardSigmoidKeras2(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.tanh(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.softplus(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.softsign(x, xAt, y, yAt, n);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.softsign(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void swish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.swish(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.hardSwish(x, xAt, y, yAt, n);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            store(VectorFunctions.hardSwish(v), y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    static void mish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.mish(x, xAt, y, yAt, n);
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
        if (n < LANES) {
            ScalarActivations.exponential(x, xAt, y, yAt, n);
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
