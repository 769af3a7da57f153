package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The vector form of {@link SumsTile}. For the style see {@link Lanes}, for the clips {@link Clip}.
 *
 * <p>One method, with and without something to add: so long, C2 inlines it nowhere, and what {@link WarmUp} has compiled is
 * what runs. A negative offset of the result asks for nothing but to be counted.
 */
final class VectorSums {
    private VectorSums() {}

    static void write(
            float[] s,
            int t,
            int tRow,
            int tCol,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            int rCol,
            int rows,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        if (y < 0) {
            for (int i = y; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        IntVector low = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.low(least)));
        IntVector high = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.high(most)));
        IntVector nans = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.NANS));
        if (r < 0) {
            for (int row = 0; row < rows; row++) {
                int from = t + row * tRow;
                int to = y + row * yRow;
                for (int col = 0; col < cols; col++) {
                    FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, from + col * tCol));
                    v = (FloatVector) CLASS.cast(v.add(bias));
                    if (Simd.MIN_MAX) {
                        IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                        bits = (IntVector) INT_CLASS.cast(bits.max(low));
                        bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                        bits = (IntVector) INT_CLASS.cast(bits.min(high));
                        bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                        v = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                    }
                    v.intoArray(s, to + col * yCol);
                }
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            int from = t + row * tRow;
            int to = y + row * yRow;
            int more = r + row * rRow;
            for (int col = 0; col < cols; col++) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, from + col * tCol));
                FloatVector added = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, more + col * rCol));
                v = (FloatVector) CLASS.cast(v.add(bias));
                v = (FloatVector) CLASS.cast(v.add(added));
                if (Simd.MIN_MAX) {
                    IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                    bits = (IntVector) INT_CLASS.cast(bits.max(low));
                    bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                    bits = (IntVector) INT_CLASS.cast(bits.min(high));
                    bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                    v = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                }
                v.intoArray(s, to + col * yCol);
            }
        }
    }
}
