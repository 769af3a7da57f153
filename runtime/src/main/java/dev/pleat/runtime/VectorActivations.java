package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link Activations}.
 *
 * <p>The last vector of a span ends where the span ends and so may overlap the one before it. It is computed first and
 * stored last: in place, the others overwrite what it reads. Spans shorter than a vector take the scalar form.
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
        int last = n - LANES;
        FloatVector end = VectorFunctions.elu(load(x, xAt + last), 1f, alpha);
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.elu(load(x, xAt + i), 1f, alpha).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void selu(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.selu(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.elu(load(x, xAt + last), Polynomials.SELU_SCALE, Polynomials.SELU_FLOOR);
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.elu(load(x, xAt + i), Polynomials.SELU_SCALE, Polynomials.SELU_FLOOR)
                    .intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.gelu(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.gelu(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.gelu(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.geluTanh(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.geluTanh(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.geluTanh(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.sigmoid(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.sigmoid(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.sigmoid(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void hardSigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.hardSigmoid(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.hardSigmoid(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.hardSigmoid(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void hardSigmoidKeras2(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.hardSigmoidKeras2(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.hardSigmoidKeras2(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.hardSigmoidKeras2(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.tanh(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.tanh(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.tanh(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void softplus(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.softplus(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.softplus(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.softplus(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void softsign(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.softsign(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.softsign(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.softsign(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void swish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.swish(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.swish(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.swish(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void hardSwish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.hardSwish(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.hardSwish(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.hardSwish(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void mish(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.mish(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.mish(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.mish(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    static void exponential(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < LANES) {
            ScalarActivations.exponential(x, xAt, y, yAt, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = VectorFunctions.exp(load(x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            VectorFunctions.exp(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
