package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link Activations}.
 *
 * <p>A span that is no whole number of vectors takes one more, which overlaps another. In place, the floats it shares must
 * be read before they are overwritten; so each loop loads the next vector before it stores the present one. (Every
 * function appears once per loop: twice its size and C2 stops inlining, and then allocates vectors.) Spans shorter than
 * a vector take the scalar form.
 */
final class VectorActivations {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

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
                relu(load(x, xAt + i), negativeSlope, maxValue, threshold).intoArray(y, yAt + i);
            }
            end.intoArray(y, yAt + last);
        }
    }

    /** {@code x} within 0 and {@code maxValue}. */
    private static void clip(float[] x, int xAt, float[] y, int yAt, int n, float maxValue) {
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).max(0f).min(maxValue);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).max(0f).min(maxValue).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    private static FloatVector relu(FloatVector x, float negativeSlope, float maxValue, float threshold) {
        FloatVector low = negativeSlope == 0f
                ? FloatVector.zero(SPECIES)
                : x.sub(threshold).mul(negativeSlope);
        VectorMask<Float> below = x.compare(VectorOperators.LT, threshold);
        VectorMask<Float> above = x.compare(VectorOperators.GE, maxValue);
        return x.blend(low, below).blend(maxValue, above);
    }

    static void elu(float[] x, int xAt, float[] y, int yAt, int n, float alpha) {
        if (n < LANES) {
            ScalarActivations.elu(x, xAt, y, yAt, n, alpha);
            return;
        }
        FloatVector v = load(x, xAt);
        for (int next = firstEnd(n); next <= n; next += LANES) {
            FloatVector following = load(x, xAt + Math.min(next, n - LANES));
            VectorFunctions.elu(v, 1f, alpha).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.elu(v, Polynomials.SELU_SCALE, Polynomials.SELU_FLOOR)
                    .intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.gelu(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.geluTanh(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.sigmoid(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.hardSigmoid(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.hardSigmoidKeras2(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.tanh(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.softplus(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.softsign(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.swish(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.hardSwish(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.mish(v).intoArray(y, yAt + Math.max(next - LANES, 0));
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
            VectorFunctions.exp(v).intoArray(y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }

    /** Where the part of a span ends that only its first vector writes: the rest is whole vectors. */
    private static int firstEnd(int n) {
        return (n - 1) % LANES + 1;
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
