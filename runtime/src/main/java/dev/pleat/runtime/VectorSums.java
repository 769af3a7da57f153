package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** The vector form of {@link SumsRow}. For the style see {@link Lanes}, for the clips {@link Clip}. */
final class VectorSums {
    private VectorSums() {}

    static void write(
            float[] s, int t, int tCol, int y, int yCol, int cols, float[] w, int b, float least, float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        IntVector low = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.low(least)));
        IntVector high = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.high(most)));
        IntVector nans = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.NANS));
        for (int col = 0; col < cols; col++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, t + col * tCol));
            v = (FloatVector) CLASS.cast(v.add(bias));
            if (Simd.MIN_MAX) {
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                bits = (IntVector) INT_CLASS.cast(bits.max(low));
                bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                bits = (IntVector) INT_CLASS.cast(bits.min(high));
                bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                v = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
            }
            v.intoArray(s, y + col * yCol);
        }
    }

    static void add(
            float[] s,
            int t,
            int tCol,
            int y,
            int yCol,
            int r,
            int rCol,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        IntVector low = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.low(least)));
        IntVector high = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.high(most)));
        IntVector nans = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.NANS));
        for (int col = 0; col < cols; col++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, t + col * tCol));
            FloatVector more = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, r + col * rCol));
            v = (FloatVector) CLASS.cast(v.add(bias));
            v = (FloatVector) CLASS.cast(v.add(more));
            if (Simd.MIN_MAX) {
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                bits = (IntVector) INT_CLASS.cast(bits.max(low));
                bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                bits = (IntVector) INT_CLASS.cast(bits.min(high));
                bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                v = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
            }
            v.intoArray(s, y + col * yCol);
        }
    }
}
