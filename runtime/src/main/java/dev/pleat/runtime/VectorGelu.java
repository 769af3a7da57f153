package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;
import static dev.pleat.runtime.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link Activations#gelu}: {@code max(x, 0) - a·Q(a)} where {@code a = |x|} and {@code Q} is the upper
 * tail of the normal distribution, as {@link ScalarFunctions} computes it.
 *
 * <p>It is the longest of the functions, so long that C2 stops inlining methods of ours before its end, and boxes what
 * they return. Here every operation is spelled out: those of the JDK are always inlined. It runs only where fused
 * multiply-add is an instruction, and over one vector at least; a negative length asks for nothing but to be counted.
 */
final class VectorGelu {
    private static final int LANES = Lanes.COUNT;
    private static final FloatVector EXP_0 = all(Polynomials.EXP_0);
    private static final FloatVector EXP_1 = all(Polynomials.EXP_1);
    private static final FloatVector EXP_2 = all(Polynomials.EXP_2);
    private static final FloatVector EXP_3 = all(Polynomials.EXP_3);
    private static final FloatVector EXP_4 = all(Polynomials.EXP_4);
    private static final FloatVector EXP_5 = all(Polynomials.EXP_5);
    private static final FloatVector EXP_ROUNDER = all(Polynomials.EXP_ROUNDER);
    private static final FloatVector LOG2_E = all(Polynomials.LOG2_E);
    private static final FloatVector MINUS_HALF = all(-0.5f);
    private static final FloatVector MINUS_LN2_HIGH = all(-Polynomials.LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = all(-Polynomials.LN2_LOW);
    private static final FloatVector ONE = all(1f);
    private static final FloatVector TAIL_0 = all(Polynomials.TAIL_0);
    private static final FloatVector TAIL_1 = all(Polynomials.TAIL_1);
    private static final FloatVector TAIL_2 = all(Polynomials.TAIL_2);
    private static final FloatVector TAIL_3 = all(Polynomials.TAIL_3);
    private static final FloatVector TAIL_4 = all(Polynomials.TAIL_4);
    private static final FloatVector TAIL_5 = all(Polynomials.TAIL_5);
    private static final FloatVector TAIL_6 = all(Polynomials.TAIL_6);
    private static final FloatVector TAIL_7 = all(Polynomials.TAIL_7);
    private static final FloatVector TAIL_HIGH = all(Polynomials.TAIL_HIGH);
    private static final FloatVector TAIL_T = all(Polynomials.TAIL_T);
    private static final FloatVector ZERO = all(0f);

    private VectorGelu() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        // As in VectorActivations, the next vector is read before this one is stored over it.
        FloatVector v = FloatVector.fromArray(SPECIES, x, xAt);
        for (int next = (n - 1) % LANES + 1; next <= n; next += LANES) {
            FloatVector following = FloatVector.fromArray(SPECIES, x, xAt + Math.min(next, n - LANES));
            FloatVector w = (FloatVector) CLASS.cast(v);
            FloatVector a = (FloatVector) CLASS.cast(((FloatVector) CLASS.cast(w.abs())).min(TAIL_HIGH));

            FloatVector t = (FloatVector) CLASS.cast(ONE.div(a.fma(TAIL_T, ONE)));
            FloatVector p = (FloatVector) CLASS.cast(TAIL_7.fma(t, TAIL_6));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_5));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_4));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_3));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_2));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_1));
            p = (FloatVector) CLASS.cast(p.fma(t, TAIL_0));
            p = (FloatVector) CLASS.cast(p.mul(t));

            // e^(-a²/2)
            FloatVector h = (FloatVector) CLASS.cast(((FloatVector) CLASS.cast(a.mul(a))).mul(MINUS_HALF));
            FloatVector rounded = (FloatVector) CLASS.cast(h.fma(LOG2_E, EXP_ROUNDER));
            FloatVector whole = (FloatVector) CLASS.cast(rounded.sub(EXP_ROUNDER));
            FloatVector r = (FloatVector) CLASS.cast(whole.fma(MINUS_LN2_LOW, whole.fma(MINUS_LN2_HIGH, h)));
            FloatVector e = (FloatVector) CLASS.cast(EXP_5.fma(r, EXP_4));
            e = (FloatVector) CLASS.cast(e.fma(r, EXP_3));
            e = (FloatVector) CLASS.cast(e.fma(r, EXP_2));
            e = (FloatVector) CLASS.cast(e.fma(r, EXP_1));
            e = (FloatVector) CLASS.cast(e.fma(r, EXP_0));
            e = (FloatVector) CLASS.cast(e.fma(r.mul(r), r));
            e = (FloatVector) CLASS.cast(e.add(ONE));
            IntVector bits = (IntVector) INT_CLASS.cast(rounded.reinterpretAsInts());
            bits = (IntVector) INT_CLASS.cast(bits.lanewise(VectorOperators.LSHL, 23));
            e = (FloatVector) CLASS.cast(e.mul(bits.reinterpretAsFloats()));
            e = (FloatVector) CLASS.cast(e.add(e));

            FloatVector tail = (FloatVector) CLASS.cast(e.mul(p));
            FloatVector positive = (FloatVector) CLASS.cast(w.max(ZERO));
            FloatVector gelu = (FloatVector) CLASS.cast(positive.sub(a.mul(tail)));
            gelu.intoArray(y, yAt + Math.max(next - LANES, 0));
            v = following;
        }
    }
}
