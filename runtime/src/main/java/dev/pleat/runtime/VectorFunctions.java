package dev.pleat.runtime;

import static dev.pleat.runtime.Species.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The functions of {@link ScalarFunctions}, of {@link Simd#LANES} floats at a time. */
final class VectorFunctions {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;

    private static final FloatVector EXPM1_LOW = all(Polynomials.EXPM1_LOW);
    private static final FloatVector EXP_0 = all(Polynomials.EXP_0);
    private static final FloatVector EXP_1 = all(Polynomials.EXP_1);
    private static final FloatVector EXP_2 = all(Polynomials.EXP_2);
    private static final FloatVector EXP_3 = all(Polynomials.EXP_3);
    private static final FloatVector EXP_4 = all(Polynomials.EXP_4);
    private static final FloatVector EXP_5 = all(Polynomials.EXP_5);
    private static final FloatVector EXP_HIGH = all(Polynomials.EXP_HIGH);
    private static final FloatVector EXP_LOW = all(Polynomials.EXP_LOW);
    private static final FloatVector GELU_TANH_1 = all(Polynomials.GELU_TANH_1);
    private static final FloatVector GELU_TANH_3 = all(Polynomials.GELU_TANH_3);
    private static final FloatVector LOG1P_0 = all(Polynomials.LOG1P_0);
    private static final FloatVector LOG1P_1 = all(Polynomials.LOG1P_1);
    private static final FloatVector LOG1P_2 = all(Polynomials.LOG1P_2);
    private static final FloatVector LOG1P_3 = all(Polynomials.LOG1P_3);
    private static final FloatVector LOG2_E = all(Polynomials.LOG2_E);
    private static final FloatVector EXP_ROUNDER = all(Polynomials.EXP_ROUNDER);
    private static final FloatVector EXPM1_ROUNDER = all(Polynomials.EXPM1_ROUNDER);
    private static final FloatVector TAIL_0 = all(Polynomials.TAIL_0);
    private static final FloatVector TAIL_1 = all(Polynomials.TAIL_1);
    private static final FloatVector TAIL_2 = all(Polynomials.TAIL_2);
    private static final FloatVector TAIL_3 = all(Polynomials.TAIL_3);
    private static final FloatVector TAIL_4 = all(Polynomials.TAIL_4);
    private static final FloatVector TAIL_5 = all(Polynomials.TAIL_5);
    private static final FloatVector TAIL_6 = all(Polynomials.TAIL_6);
    private static final FloatVector TAIL_7 = all(Polynomials.TAIL_7);
    private static final FloatVector TAIL_8 = all(Polynomials.TAIL_8);
    private static final FloatVector TAIL_T = all(Polynomials.TAIL_T);
    private static final FloatVector MINUS_LN2_HIGH = all(-Polynomials.LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = all(-Polynomials.LN2_LOW);
    private static final FloatVector ZERO = all(0);
    private static final FloatVector TWO = all(2);
    private static final FloatVector ONE = all(1f);
    private static final FloatVector HALF = all(0.5f);
    private static final FloatVector FIFTH = all(0.2f);

    private VectorFunctions() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(EXP_LOW).min(EXP_HIGH);
        FloatVector rounded = fma(clamped, LOG2_E, EXP_ROUNDER);
        FloatVector y = expm1OfRemainder(clamped, rounded.sub(EXP_ROUNDER)).add(ONE);
        // 2^(n - 1), since 2^n overflows before e^x does
        y = y.mul(power(rounded));
        return y.add(y);
    }

    /** For {@code x} below 88. */
    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = x.max(EXPM1_LOW);
        FloatVector rounded = fma(clamped, LOG2_E, EXPM1_ROUNDER);
        FloatVector y = expm1OfRemainder(clamped, rounded.sub(EXPM1_ROUNDER));
        FloatVector power = power(rounded);
        return fma(power, y, power.sub(ONE));
    }

    /** The power of two whose exponent, less its bias, is in the low bits of {@code rounded}. */
    private static FloatVector power(FloatVector rounded) {
        return rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector expm1OfRemainder(FloatVector x, FloatVector n) {
        FloatVector r = fma(n, MINUS_LN2_LOW, fma(n, MINUS_LN2_HIGH, x));
        FloatVector p = fma(EXP_5, r, EXP_4);
        p = fma(p, r, EXP_3);
        p = fma(p, r, EXP_2);
        p = fma(p, r, EXP_1);
        p = fma(p, r, EXP_0);
        return fma(p, r.mul(r), r);
    }

    /** For {@code e} of 0 to 1. */
    static FloatVector log1p(FloatVector e) {
        FloatVector s = e.div(e.add(TWO));
        FloatVector square = s.mul(s);
        FloatVector p = fma(LOG1P_3, square, LOG1P_2);
        p = fma(p, square, LOG1P_1);
        p = fma(p, square, LOG1P_0);
        return fma(p, square.mul(s), s.add(s));
    }

    /** For {@code a} of at least 0. */
    static FloatVector upperTail(FloatVector a) {
        FloatVector t = ONE.div(fma(a, TAIL_T, ONE));
        FloatVector p = fma(TAIL_8, t, TAIL_7);
        p = fma(p, t, TAIL_6);
        p = fma(p, t, TAIL_5);
        p = fma(p, t, TAIL_4);
        p = fma(p, t, TAIL_3);
        p = fma(p, t, TAIL_2);
        p = fma(p, t, TAIL_1);
        p = fma(p, t, TAIL_0);
        return exp(a.mul(a).mul(-0.5f)).mul(p.mul(t));
    }

    static FloatVector elu(FloatVector x, float scale, float floor) {
        return fma(x.max(ZERO), all(scale), expm1(x.min(ZERO)).mul(floor));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector a = x.abs().min(Polynomials.TAIL_HIGH);
        return x.max(ZERO).sub(a.mul(upperTail(a)));
    }

    static FloatVector geluTanh(FloatVector x) {
        FloatVector clamped = x.max(-128f);
        FloatVector twice = fma(clamped.mul(clamped), GELU_TANH_3, GELU_TANH_1).mul(clamped);
        return clamped.div(exp(twice.neg()).add(ONE));
    }

    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(ONE));
    }

    static FloatVector hardSigmoid(FloatVector x) {
        return x.add(3f).max(ZERO).min(6f).mul(1f / 6f);
    }

    static FloatVector hardSigmoidKeras2(FloatVector x) {
        return fma(x, FIFTH, HALF).max(ZERO).min(1f);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector e = expm1(x.add(x).min(20f));
        return e.div(e.add(TWO));
    }

    static FloatVector softplus(FloatVector x) {
        return x.max(ZERO).add(log1p(exp(x.abs().neg())));
    }

    static FloatVector softsign(FloatVector x) {
        FloatVector clamped = x.max(-1e30f).min(1e30f);
        return clamped.div(clamped.abs().add(ONE));
    }

    static FloatVector swish(FloatVector x) {
        FloatVector clamped = x.max(-128f);
        return clamped.div(exp(clamped.neg()).add(ONE));
    }

    static FloatVector hardSwish(FloatVector x) {
        FloatVector clamped = x.max(-3f);
        return clamped.mul(hardSigmoid(clamped));
    }

    static FloatVector mish(FloatVector x) {
        FloatVector e = exp(x.min(20f));
        FloatVector n = e.mul(e.add(TWO));
        return x.max(-128f).mul(n.div(n.add(TWO)));
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
