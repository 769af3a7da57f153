package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link DotProducts}: multiplies some rows of weights, and leaves the sums of their lanes at
 * {@code work}. A negative offset of the weights asks for nothing but to be counted, for {@link WarmUp}. For the style see
 * {@link Lanes}.
 */
final class VectorDotProducts {
    private static final int LANES = Lanes.COUNT;

    private VectorDotProducts() {}

    static void one(float[] s, int x, float[] w, int k, int inputs, int work) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector a = FloatVector.zero(SPECIES);
        for (int i = 0; i < inputs; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x + i));
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, k + i);
            a = Simd.FMA ? v.fma(w0, (FloatVector) CLASS.cast(a)) : v.mul(w0).add((FloatVector) CLASS.cast(a));
        }
        ((FloatVector) CLASS.cast(a)).intoArray(s, work);
    }

    static void five(float[] s, int x, float[] w, int k, int inputs, int work) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int k1 = k + inputs;
        int k2 = k1 + inputs;
        int k3 = k2 + inputs;
        int k4 = k3 + inputs;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero;
        FloatVector a1 = zero;
        FloatVector a2 = zero;
        FloatVector a3 = zero;
        FloatVector a4 = zero;
        for (int i = 0; i < inputs; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x + i));
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, k + i);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, k1 + i);
            FloatVector w2 = FloatVector.fromArray(SPECIES, w, k2 + i);
            FloatVector w3 = FloatVector.fromArray(SPECIES, w, k3 + i);
            FloatVector w4 = FloatVector.fromArray(SPECIES, w, k4 + i);
            if (Simd.FMA) {
                a0 = v.fma(w0, (FloatVector) CLASS.cast(a0));
                a1 = v.fma(w1, (FloatVector) CLASS.cast(a1));
                a2 = v.fma(w2, (FloatVector) CLASS.cast(a2));
                a3 = v.fma(w3, (FloatVector) CLASS.cast(a3));
                a4 = v.fma(w4, (FloatVector) CLASS.cast(a4));
            } else {
                a0 = v.mul(w0).add((FloatVector) CLASS.cast(a0));
                a1 = v.mul(w1).add((FloatVector) CLASS.cast(a1));
                a2 = v.mul(w2).add((FloatVector) CLASS.cast(a2));
                a3 = v.mul(w3).add((FloatVector) CLASS.cast(a3));
                a4 = v.mul(w4).add((FloatVector) CLASS.cast(a4));
            }
        }
        ((FloatVector) CLASS.cast(a0)).intoArray(s, work);
        ((FloatVector) CLASS.cast(a1)).intoArray(s, work + LANES);
        ((FloatVector) CLASS.cast(a2)).intoArray(s, work + 2 * LANES);
        ((FloatVector) CLASS.cast(a3)).intoArray(s, work + 3 * LANES);
        ((FloatVector) CLASS.cast(a4)).intoArray(s, work + 4 * LANES);
    }

    /** Multiplies the inputs of two samples, one behind the other. */
    static void fiveOfTwo(float[] s, int x, float[] w, int k, int inputs, int work) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int x1 = x + inputs;
        int k1 = k + inputs;
        int k2 = k1 + inputs;
        int k3 = k2 + inputs;
        int k4 = k3 + inputs;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero;
        FloatVector a1 = zero;
        FloatVector a2 = zero;
        FloatVector a3 = zero;
        FloatVector a4 = zero;
        FloatVector a5 = zero;
        FloatVector a6 = zero;
        FloatVector a7 = zero;
        FloatVector a8 = zero;
        FloatVector a9 = zero;
        for (int i = 0; i < inputs; i += LANES) {
            FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x + i));
            FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x1 + i));
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, k + i);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, k1 + i);
            FloatVector w2 = FloatVector.fromArray(SPECIES, w, k2 + i);
            FloatVector w3 = FloatVector.fromArray(SPECIES, w, k3 + i);
            FloatVector w4 = FloatVector.fromArray(SPECIES, w, k4 + i);
            if (Simd.FMA) {
                a0 = v0.fma(w0, (FloatVector) CLASS.cast(a0));
                a1 = v0.fma(w1, (FloatVector) CLASS.cast(a1));
                a2 = v0.fma(w2, (FloatVector) CLASS.cast(a2));
                a3 = v0.fma(w3, (FloatVector) CLASS.cast(a3));
                a4 = v0.fma(w4, (FloatVector) CLASS.cast(a4));
                a5 = v1.fma(w0, (FloatVector) CLASS.cast(a5));
                a6 = v1.fma(w1, (FloatVector) CLASS.cast(a6));
                a7 = v1.fma(w2, (FloatVector) CLASS.cast(a7));
                a8 = v1.fma(w3, (FloatVector) CLASS.cast(a8));
                a9 = v1.fma(w4, (FloatVector) CLASS.cast(a9));
            } else {
                a0 = v0.mul(w0).add((FloatVector) CLASS.cast(a0));
                a1 = v0.mul(w1).add((FloatVector) CLASS.cast(a1));
                a2 = v0.mul(w2).add((FloatVector) CLASS.cast(a2));
                a3 = v0.mul(w3).add((FloatVector) CLASS.cast(a3));
                a4 = v0.mul(w4).add((FloatVector) CLASS.cast(a4));
                a5 = v1.mul(w0).add((FloatVector) CLASS.cast(a5));
                a6 = v1.mul(w1).add((FloatVector) CLASS.cast(a6));
                a7 = v1.mul(w2).add((FloatVector) CLASS.cast(a7));
                a8 = v1.mul(w3).add((FloatVector) CLASS.cast(a8));
                a9 = v1.mul(w4).add((FloatVector) CLASS.cast(a9));
            }
        }
        ((FloatVector) CLASS.cast(a0)).intoArray(s, work);
        ((FloatVector) CLASS.cast(a1)).intoArray(s, work + LANES);
        ((FloatVector) CLASS.cast(a2)).intoArray(s, work + 2 * LANES);
        ((FloatVector) CLASS.cast(a3)).intoArray(s, work + 3 * LANES);
        ((FloatVector) CLASS.cast(a4)).intoArray(s, work + 4 * LANES);
        ((FloatVector) CLASS.cast(a5)).intoArray(s, work + 5 * LANES);
        ((FloatVector) CLASS.cast(a6)).intoArray(s, work + 6 * LANES);
        ((FloatVector) CLASS.cast(a7)).intoArray(s, work + 7 * LANES);
        ((FloatVector) CLASS.cast(a8)).intoArray(s, work + 8 * LANES);
        ((FloatVector) CLASS.cast(a9)).intoArray(s, work + 9 * LANES);
    }
}
