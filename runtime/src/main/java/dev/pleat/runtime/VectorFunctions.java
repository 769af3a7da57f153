package dev.pleat.runtime;

import static dev.pleat.runtime.Polynomials.*;
import static dev.pleat.runtime.Species.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The functions of {@link ScalarFunctions}, of {@link Simd#LANES} floats at a time. */
final class VectorFunctions {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;

    private VectorFunctions() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(EXP_LOW).min(EXP_HIGH);
        FloatVector rounded = fma(clamped, all(LOG2_E), all(ROUNDER));
        FloatVector y = expm1OfRemainder(clamped, rounded.sub(ROUNDER)).add(1f);
        // 2^(n - 1), since 2^n overflows before e^x does
        y = y.mul(power(rounded, 126));
        return y.add(y);
    }

    /** For {@code x} below 88. */
    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = x.max(EXPM1_LOW);
        FloatVector rounded = fma(clamped, all(LOG2_E), all(ROUNDER));
        FloatVector y = expm1OfRemainder(clamped, rounded.sub(ROUNDER));
        FloatVector power = power(rounded, 127);
        return fma(power, y, power.sub(1f));
    }

    /** The power of two whose exponent, less its bias, is in the low bits of {@code rounded}. */
    private static FloatVector power(FloatVector rounded, int bias) {
        return rounded.reinterpretAsInts()
                .add(bias)
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats();
    }

    private static FloatVector expm1OfRemainder(FloatVector x, FloatVector n) {
        FloatVector r = fma(n, all(-LN2_LOW), fma(n, all(-LN2_HIGH), x));
        FloatVector p = fma(all(EXP_5), r, all(EXP_4));
        p = fma(p, r, all(EXP_3));
        p = fma(p, r, all(EXP_2));
        p = fma(p, r, all(EXP_1));
        p = fma(p, r, all(EXP_0));
        return fma(p, r.mul(r), r);
    }

    /** For {@code e} of 0 to 1. */
    static FloatVector log1p(FloatVector e) {
        FloatVector s = e.div(e.add(2f));
        FloatVector square = s.mul(s);
        FloatVector p = fma(all(LOG1P_3), square, all(LOG1P_2));
        p = fma(p, square, all(LOG1P_1));
        p = fma(p, square, all(LOG1P_0));
        return fma(p, square.mul(s), s.add(s));
    }

    /** For {@code a} of at least 0. */
    static FloatVector upperTail(FloatVector a) {
        FloatVector t = all(1f).div(fma(a, all(TAIL_T), all(1f)));
        FloatVector p = fma(all(TAIL_8), t, all(TAIL_7));
        p = fma(p, t, all(TAIL_6));
        p = fma(p, t, all(TAIL_5));
        p = fma(p, t, all(TAIL_4));
        p = fma(p, t, all(TAIL_3));
        p = fma(p, t, all(TAIL_2));
        p = fma(p, t, all(TAIL_1));
        p = fma(p, t, all(TAIL_0));
        return exp(a.mul(a).mul(-0.5f)).mul(p.mul(t));
    }

    static FloatVector elu(FloatVector x, float scale, float floor) {
        return fma(x.max(0f), all(scale), expm1(x.min(0f)).mul(floor));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector a = x.abs().min(TAIL_HIGH);
        return x.max(0f).sub(a.mul(upperTail(a)));
    }

    static FloatVector geluTanh(FloatVector x) {
        FloatVector clamped = x.max(-128f);
        FloatVector twice =
                fma(clamped.mul(clamped), all(GELU_TANH_3), all(GELU_TANH_1)).mul(clamped);
        return clamped.div(exp(twice.neg()).add(1f));
    }

    static FloatVector sigmoid(FloatVector x) {
        return all(1f).div(exp(x.neg()).add(1f));
    }

    static FloatVector hardSigmoid(FloatVector x) {
        return x.add(3f).max(0f).min(6f).mul(1f / 6f);
    }

    static FloatVector hardSigmoidKeras2(FloatVector x) {
        return fma(x, all(0.2f), all(0.5f)).max(0f).min(1f);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector e = expm1(x.add(x).min(20f));
        return e.div(e.add(2f));
    }

    static FloatVector softplus(FloatVector x) {
        return x.max(0f).add(log1p(exp(x.abs().neg())));
    }

    static FloatVector softsign(FloatVector x) {
        FloatVector clamped = x.max(-1e30f).min(1e30f);
        return clamped.div(clamped.abs().add(1f));
    }

    static FloatVector swish(FloatVector x) {
        FloatVector clamped = x.max(-128f);
        return clamped.div(exp(clamped.neg()).add(1f));
    }

    static FloatVector hardSwish(FloatVector x) {
        FloatVector clamped = x.max(-3f);
        return clamped.mul(hardSigmoid(clamped));
    }

    static FloatVector mish(FloatVector x) {
        FloatVector e = exp(x.min(20f));
        FloatVector n = e.mul(e.add(2f));
        return x.max(-128f).mul(n.div(n.add(2f)));
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
