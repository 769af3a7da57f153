package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The vector form of {@link DotConvolution}: adds products of a run, for four pixels, to the sums of their lanes at
 * {@code work}. A negative offset of the weights asks for nothing but to be counted, for {@link WarmUp}. For the style see
 * {@link Lanes}.
 */
final class VectorDotConvolution {
    private static final int LANES = Lanes.COUNT;

    /** No bits for one vector, then all for another: what begins at {@code n} leaves the last {@code n} lanes. */
    private static final int[] LAST = new int[2 * LANES];

    static {
        Arrays.fill(LAST, LANES, LAST.length, -1);
    }

    private VectorDotConvolution() {}

    /** Multiplies whole vectors. */
    static void whole(float[] s, int x, int xCol, float[] w, int k, int count, int work) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int x1 = x + xCol;
        int x2 = x1 + xCol;
        int x3 = x2 + xCol;
        FloatVector a0 = FloatVector.fromArray(SPECIES, s, work);
        FloatVector a1 = FloatVector.fromArray(SPECIES, s, work + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, s, work + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, s, work + 3 * LANES);
        for (int i = 0; i < count; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, k + i));
            FloatVector v0 = FloatVector.fromArray(SPECIES, s, x + i);
            FloatVector v1 = FloatVector.fromArray(SPECIES, s, x1 + i);
            FloatVector v2 = FloatVector.fromArray(SPECIES, s, x2 + i);
            FloatVector v3 = FloatVector.fromArray(SPECIES, s, x3 + i);
            if (Simd.FMA) {
                a0 = v.fma(v0, (FloatVector) CLASS.cast(a0));
                a1 = v.fma(v1, (FloatVector) CLASS.cast(a1));
                a2 = v.fma(v2, (FloatVector) CLASS.cast(a2));
                a3 = v.fma(v3, (FloatVector) CLASS.cast(a3));
            } else {
                a0 = v.mul(v0).add((FloatVector) CLASS.cast(a0));
                a1 = v.mul(v1).add((FloatVector) CLASS.cast(a1));
                a2 = v.mul(v2).add((FloatVector) CLASS.cast(a2));
                a3 = v.mul(v3).add((FloatVector) CLASS.cast(a3));
            }
        }
        ((FloatVector) CLASS.cast(a0)).intoArray(s, work);
        ((FloatVector) CLASS.cast(a1)).intoArray(s, work + LANES);
        ((FloatVector) CLASS.cast(a2)).intoArray(s, work + 2 * LANES);
        ((FloatVector) CLASS.cast(a3)).intoArray(s, work + 3 * LANES);
    }

    /**
     * Multiplies the last {@code count} numbers of a vector that ends where the run ends. The others count as zeros, by
     * their bits: infinities times a weight of zero would not.
     */
    static void last(float[] s, int x, int xCol, float[] w, int k, int count, int work) {
        if (k < 0) {
            for (int i = k; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int x1 = x + xCol;
        int x2 = x1 + xCol;
        int x3 = x2 + xCol;
        IntVector mask = (IntVector) INT_CLASS.cast(IntVector.fromArray(INT_SPECIES, LAST, count));
        FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, k));
        FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x));
        FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x1));
        FloatVector v2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x2));
        FloatVector v3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, x3));
        IntVector b0 = (IntVector) INT_CLASS.cast(v0.reinterpretShape(INT_SPECIES, 0));
        IntVector b1 = (IntVector) INT_CLASS.cast(v1.reinterpretShape(INT_SPECIES, 0));
        IntVector b2 = (IntVector) INT_CLASS.cast(v2.reinterpretShape(INT_SPECIES, 0));
        IntVector b3 = (IntVector) INT_CLASS.cast(v3.reinterpretShape(INT_SPECIES, 0));
        b0 = (IntVector) INT_CLASS.cast(b0.and(mask));
        v0 = (FloatVector) CLASS.cast(b0.reinterpretShape(SPECIES, 0));
        b1 = (IntVector) INT_CLASS.cast(b1.and(mask));
        v1 = (FloatVector) CLASS.cast(b1.reinterpretShape(SPECIES, 0));
        b2 = (IntVector) INT_CLASS.cast(b2.and(mask));
        v2 = (FloatVector) CLASS.cast(b2.reinterpretShape(SPECIES, 0));
        b3 = (IntVector) INT_CLASS.cast(b3.and(mask));
        v3 = (FloatVector) CLASS.cast(b3.reinterpretShape(SPECIES, 0));
        FloatVector a0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, work));
        FloatVector a1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, work + LANES));
        FloatVector a2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, work + 2 * LANES));
        FloatVector a3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, work + 3 * LANES));
        if (Simd.FMA) {
            a0 = v.fma(v0, a0);
            a1 = v.fma(v1, a1);
            a2 = v.fma(v2, a2);
            a3 = v.fma(v3, a3);
        } else {
            a0 = v.mul(v0).add(a0);
            a1 = v.mul(v1).add(a1);
            a2 = v.mul(v2).add(a2);
            a3 = v.mul(v3).add(a3);
        }
        ((FloatVector) CLASS.cast(a0)).intoArray(s, work);
        ((FloatVector) CLASS.cast(a1)).intoArray(s, work + LANES);
        ((FloatVector) CLASS.cast(a2)).intoArray(s, work + 2 * LANES);
        ((FloatVector) CLASS.cast(a3)).intoArray(s, work + 3 * LANES);
    }
}
