package dev.pleat.runtime;

import static dev.pleat.runtime.Polynomials.*;

/**
 * The elementary functions and activations of one float: the specification of {@link VectorFunctions} and
 * {@link VectorGelu}, which compute the same to the last bit, since either may run (see {@link Apart}).
 *
 * <p>NaN gives NaN; infinities give the limit.
 */
final class ScalarFunctions {
    private ScalarFunctions() {}

    /** {@code a b + c}, rounded once where the CPU can, twice where it cannot. */
    private static float fma(float a, float b, float c) {
        return Simd.FMA ? Math.fma(a, b, c) : a * b + c;
    }

    /** {@code e^x}; zero where that is below {@code 2^-125}, so that no subnormal number slows its readers. */
    static float exp(float x) {
        return expWithin(Math.min(Math.max(x, EXP_LOW), EXP_HIGH));
    }

    /** The same for {@code x} of {@code EXP_LOW} to {@code EXP_HIGH}. */
    private static float expWithin(float x) {
        float rounded = fma(x, LOG2_E, EXP_ROUNDER);
        float y = expm1OfRemainder(x, rounded - EXP_ROUNDER) + 1f;
        // 2^(n - 1), since 2^n overflows before e^x does
        y *= Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << 23);
        return y + y;
    }

    /** {@code e^x - 1} for {@code x} below 88, precise near zero too. */
    static float expm1(float x) {
        float clamped = Math.max(x, EXPM1_LOW);
        float rounded = fma(clamped, LOG2_E, EXPM1_ROUNDER);
        float y = expm1OfRemainder(clamped, rounded - EXPM1_ROUNDER);
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << 23);
        return fma(power, y, power - 1f);
    }

    private static float expm1OfRemainder(float x, float n) {
        float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, x));
        float p = fma(EXP_5, r, EXP_4);
        p = fma(p, r, EXP_3);
        p = fma(p, r, EXP_2);
        p = fma(p, r, EXP_1);
        p = fma(p, r, EXP_0);
        return fma(p, r * r, r);
    }

    /** {@code log(1 + e)} for {@code e} of 0 to 1. */
    static float log1p(float e) {
        float s = e / (e + 2f);
        float square = s * s;
        float p = fma(LOG1P_3, square, LOG1P_2);
        p = fma(p, square, LOG1P_1);
        p = fma(p, square, LOG1P_0);
        return fma(p, square * s, s + s);
    }

    /** The probability that a normal variable exceeds {@code a}, of 0 to {@code TAIL_HIGH}. */
    static float upperTail(float a) {
        float t = 1f / fma(a, TAIL_T, 1f);
        float p = fma(TAIL_7, t, TAIL_6);
        p = fma(p, t, TAIL_5);
        p = fma(p, t, TAIL_4);
        p = fma(p, t, TAIL_3);
        p = fma(p, t, TAIL_2);
        p = fma(p, t, TAIL_1);
        p = fma(p, t, TAIL_0);
        return expWithin(a * a * -0.5f) * (p * t);
    }

    static float elu(float x, float scale, float floor) {
        return fma(Math.max(x, 0f), scale, expm1(Math.min(x, 0f)) * floor);
    }

    static float gelu(float x) {
        float a = Math.min(Math.abs(x), TAIL_HIGH);
        return Math.max(x, 0f) - a * upperTail(a);
    }

    static float geluTanh(float x) {
        float clamped = Math.max(x, -128f);
        float twice = fma(clamped * clamped, GELU_TANH_3, GELU_TANH_1) * clamped;
        return clamped / (exp(-twice) + 1f);
    }

    static float sigmoid(float x) {
        // not -x: a NaN must keep its sign, see Clip
        return 1f / (exp(0f - x) + 1f);
    }

    static float hardSigmoid(float x) {
        return Math.min(Math.max(x + 3f, 0f), 6f) * (1f / 6f);
    }

    static float hardSigmoidKeras2(float x) {
        return Math.min(Math.max(x * 0.2f + 0.5f, 0f), 1f);
    }

    static float tanh(float x) {
        float e = expm1(Math.min(x + x, 20f));
        return e / (e + 2f);
    }

    static float softplus(float x) {
        return Math.max(x, 0f) + log1p(exp(-Math.abs(x)));
    }

    static float softsign(float x) {
        float clamped = Math.min(Math.max(x, -1e30f), 1e30f);
        return clamped / (Math.abs(clamped) + 1f);
    }

    static float swish(float x) {
        float clamped = Math.max(x, -128f); // keeps -infinity from meeting infinity
        return clamped / (exp(-clamped) + 1f);
    }

    static float hardSwish(float x) {
        float clamped = Math.max(x, -3f);
        return clamped * hardSigmoid(clamped);
    }

    /** {@code x tanh(log(1 + e))} with {@code e} for {@code e^x} is {@code x (e^2 + 2 e) / (e^2 + 2 e + 2)}. */
    static float mish(float x) {
        float e = exp(Math.min(x, 20f)); // the factor is 1 from 10 on; e^2 must not overflow
        float n = e * (e + 2f);
        return Math.max(x, -128f) * (n / (n + 2f));
    }
}
