package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.*;

import jdk.incubator.vector.FloatVector;

/** The functions of {@link ScalarFunctions}, of {@link Simd#LANES} floats at a time. */
final class VectorFunctions {
    // Fields, since broadcasting each where it is needed is half the code that C2 has to inline, and it stops at a
    // limit.
    private static final FloatVector EXPM1_LOW = all(Polynomials.EXPM1_LOW);
    private static final FloatVector EXPM1_ROUNDER = all(Polynomials.EXPM1_ROUNDER);
    private static final FloatVector EXP_0 = all(Polynomials.EXP_0);
    private static final FloatVector EXP_1 = all(Polynomials.EXP_1);
    private static final FloatVector EXP_2 = all(Polynomials.EXP_2);
    private static final FloatVector EXP_3 = all(Polynomials.EXP_3);
    private static final FloatVector EXP_4 = all(Polynomials.EXP_4);
    private static final FloatVector EXP_5 = all(Polynomials.EXP_5);
    private static final FloatVector EXP_HIGH = all(Polynomials.EXP_HIGH);
    private static final FloatVector EXP_LOW = all(Polynomials.EXP_LOW);
    private static final FloatVector EXP_ROUNDER = all(Polynomials.EXP_ROUNDER);
    private static final FloatVector GELU_TANH_1 = all(Polynomials.GELU_TANH_1);
    private static final FloatVector GELU_TANH_3 = all(Polynomials.GELU_TANH_3);
    private static final FloatVector LOG1P_0 = all(Polynomials.LOG1P_0);
    private static final FloatVector LOG1P_1 = all(Polynomials.LOG1P_1);
    private static final FloatVector LOG1P_2 = all(Polynomials.LOG1P_2);
    private static final FloatVector LOG1P_3 = all(Polynomials.LOG1P_3);
    private static final FloatVector LOG2_E = all(Polynomials.LOG2_E);
    private static final FloatVector MINUS_LN2_HIGH = all(-Polynomials.LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = all(-Polynomials.LN2_LOW);
    private static final FloatVector ONE = all(1f);
    private static final FloatVector TWENTY = all(20f);
    private static final FloatVector TWO = all(2f);
    private static final FloatVector ZERO = all(0f);

    /** Times zero it is zero still, where minus infinity would be NaN. */
    private static final FloatVector LOWEST = all(-128f);

    private VectorFunctions() {}

    static FloatVector exp(FloatVector x) {
        return expWithin(min(max(x, EXP_LOW), EXP_HIGH));
    }

    /** For {@code x} of {@code EXP_LOW} to {@code EXP_HIGH}. */
    private static FloatVector expWithin(FloatVector x) {
        FloatVector rounded = fma(x, LOG2_E, EXP_ROUNDER);
        FloatVector y = add(expm1OfRemainder(x, sub(rounded, EXP_ROUNDER)), ONE);
        // 2^(n - 1), since 2^n overflows before e^x does
        y = mul(y, power(rounded));
        return add(y, y);
    }

    /** For {@code x} below 88. */
    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = max(x, EXPM1_LOW);
        FloatVector rounded = fma(clamped, LOG2_E, EXPM1_ROUNDER);
        FloatVector y = expm1OfRemainder(clamped, sub(rounded, EXPM1_ROUNDER));
        FloatVector power = power(rounded);
        return fma(power, y, sub(power, ONE));
    }

    private static FloatVector expm1OfRemainder(FloatVector x, FloatVector n) {
        FloatVector r = fma(n, MINUS_LN2_LOW, fma(n, MINUS_LN2_HIGH, x));
        FloatVector p = fma(EXP_5, r, EXP_4);
        p = fma(p, r, EXP_3);
        p = fma(p, r, EXP_2);
        p = fma(p, r, EXP_1);
        p = fma(p, r, EXP_0);
        return fma(p, mul(r, r), r);
    }

    /** For {@code e} of 0 to 1. */
    static FloatVector log1p(FloatVector e) {
        FloatVector s = div(e, add(e, TWO));
        FloatVector square = mul(s, s);
        FloatVector p = fma(LOG1P_3, square, LOG1P_2);
        p = fma(p, square, LOG1P_1);
        p = fma(p, square, LOG1P_0);
        return fma(p, mul(square, s), add(s, s));
    }

    static FloatVector elu(FloatVector x, float scale, float floor) {
        return fma(max(x, ZERO), all(scale), mul(expm1(min(x, ZERO)), all(floor)));
    }

    static FloatVector geluTanh(FloatVector x) {
        FloatVector clamped = max(x, LOWEST);
        FloatVector twice = mul(fma(mul(clamped, clamped), GELU_TANH_3, GELU_TANH_1), clamped);
        return div(clamped, add(exp(neg(twice)), ONE));
    }

    static FloatVector sigmoid(FloatVector x) {
        // not neg: a NaN must keep its sign, see Clip
        return div(ONE, add(exp(sub(ZERO, x)), ONE));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector e = expm1(min(add(x, x), TWENTY));
        return div(e, add(e, TWO));
    }

    static FloatVector softplus(FloatVector x) {
        return add(max(x, ZERO), log1p(exp(neg(abs(x)))));
    }

    static FloatVector swish(FloatVector x) {
        FloatVector clamped = max(x, LOWEST);
        return div(clamped, add(exp(neg(clamped)), ONE));
    }

    static FloatVector mish(FloatVector x) {
        FloatVector e = exp(min(x, TWENTY));
        FloatVector n = mul(e, add(e, TWO));
        return mul(max(x, LOWEST), div(n, add(n, TWO)));
    }
}
