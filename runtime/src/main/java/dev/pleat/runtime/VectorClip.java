package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The vector forms of {@link Clipping}. A negative offset of the result asks for nothing but to be counted, for
 * {@link WarmUp}. For the style see {@link Lanes}.
 */
final class VectorClip {
    private VectorClip() {}

    /** Clips from below at zero only: one instruction a vector instead of the four of {@link #image}. */
    static void relu(float[] s, int y, int yRow, int yCol, int rows, int cols, int channels) {
        if (y < 0) {
            for (int i = y; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        IntVector zero = (IntVector) INT_CLASS.cast(IntVector.zero(INT_SPECIES));
        // Where pixels follow each other without a gap, all of a row are one run.
        int runs = yCol == channels ? 1 : cols;
        int last = (yCol == channels ? cols * channels : channels) - Lanes.COUNT;
        for (int row = 0; row < rows; row++) {
            for (int run = 0; run < runs; run++) {
                int at = y + row * yRow + run * yCol;
                for (int n = 0; n < last; n += Lanes.COUNT) {
                    FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, at + n));
                    IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                    bits = (IntVector) INT_CLASS.cast(bits.max(zero));
                    FloatVector clipped = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                    clipped.intoArray(s, at + n);
                }
                // Spelled again: a test in the loop would keep its checks, and a method may not be inlined.
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, at + last));
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                bits = (IntVector) INT_CLASS.cast(bits.max(zero));
                FloatVector clipped = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                clipped.intoArray(s, at + last);
            }
        }
    }

    static void image(float[] s, int y, int yRow, int yCol, int rows, int cols, int channels, int low, int high) {
        if (y < 0) {
            for (int i = y; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        IntVector least = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, low));
        IntVector most = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, high));
        IntVector nans = (IntVector) INT_CLASS.cast(IntVector.broadcast(INT_SPECIES, Clip.NANS));
        // Where pixels follow each other without a gap, all of a row are one run.
        int runs = yCol == channels ? 1 : cols;
        int last = (yCol == channels ? cols * channels : channels) - Lanes.COUNT;
        for (int row = 0; row < rows; row++) {
            for (int run = 0; run < runs; run++) {
                int at = y + row * yRow + run * yCol;
                for (int n = 0; n < last; n += Lanes.COUNT) {
                    FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, at + n));
                    IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                    bits = (IntVector) INT_CLASS.cast(bits.max(least));
                    bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                    bits = (IntVector) INT_CLASS.cast(bits.min(most));
                    bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                    FloatVector clipped = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                    clipped.intoArray(s, at + n);
                }
                // Spelled again: a test in the loop would keep its checks, and a method may not be inlined.
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, at + last));
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                bits = (IntVector) INT_CLASS.cast(bits.max(least));
                bits = (IntVector) INT_CLASS.cast(bits.add(nans));
                bits = (IntVector) INT_CLASS.cast(bits.min(most));
                bits = (IntVector) INT_CLASS.cast(bits.sub(nans));
                FloatVector clipped = (FloatVector) CLASS.cast(bits.reinterpretShape(SPECIES, 0));
                clipped.intoArray(s, at + last);
            }
        }
    }
}
