package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The vector form of {@link ReluPooling} for windows of any size, and for those that a border cuts off, whatever size is
 * left of them: the kernels of {@link VectorReluPooling} for one size are compiled only if whole windows have it.
 * Only the innermost loops carry integers: HotSpot 17 boxes those that two loops carry.
 */
final class VectorReluWindows {
    private static final int LANES = Lanes.COUNT;

    private VectorReluWindows() {}

    static void max(
            float[] x,
            int xAt,
            int xRow,
            int step,
            int windows,
            int rows,
            int cols,
            int channels,
            float[] y,
            int yAt,
            float[] w,
            int scale,
            int shift) {
        for (int k = 0; k < windows; k++) {
            for (int c = 0; c < channels; c += LANES) {
                int at = Math.min(c, channels - LANES);
                int from = xAt + k * step + at;
                int to = yAt + k * channels + at;
                if (scale < 0) {
                    relu(x, from, xRow, rows, cols, channels, y, to);
                } else {
                    scaled(x, from, xRow, rows, cols, channels, y, to, w, scale + at, shift + at);
                }
            }
        }
    }

    private static void relu(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector largest = FloatVector.zero(SPECIES);
        for (int r = 0; r < rows; r++) {
            int at = xAt + r * xRow;
            FloatVector before = (FloatVector) CLASS.cast(largest);
            IntVector high = (IntVector) INT_CLASS.cast(before.reinterpretShape(INT_SPECIES, 0));
            for (int k = 0; k < cols; k++) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, at + k * channels));
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                high = (IntVector) INT_CLASS.cast(bits.max(high));
            }
            high = (IntVector) INT_CLASS.cast(high);
            largest = (FloatVector) CLASS.cast(high.reinterpretShape(SPECIES, 0));
        }
        ((FloatVector) CLASS.cast(largest)).intoArray(y, yAt);
    }

    private static void scaled(
            float[] x,
            int xAt,
            int xRow,
            int rows,
            int cols,
            int channels,
            float[] y,
            int yAt,
            float[] w,
            int scale,
            int shift) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        IntVector zero = (IntVector) INT_CLASS.cast(IntVector.zero(INT_SPECIES));
        FloatVector largest = FloatVector.zero(SPECIES);
        FloatVector smallest = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            int at = xAt + r * xRow;
            FloatVector largestBefore = (FloatVector) CLASS.cast(largest);
            FloatVector smallestBefore = (FloatVector) CLASS.cast(smallest);
            IntVector high = (IntVector) INT_CLASS.cast(largestBefore.reinterpretShape(INT_SPECIES, 0));
            IntVector low = (IntVector) INT_CLASS.cast(smallestBefore.reinterpretShape(INT_SPECIES, 0));
            for (int k = 0; k < cols; k++) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, at + k * channels));
                IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
                high = (IntVector) INT_CLASS.cast(bits.max(high));
                low = (IntVector) INT_CLASS.cast(bits.min(low));
            }
            high = (IntVector) INT_CLASS.cast(high);
            low = (IntVector) INT_CLASS.cast(low.max(zero));
            largest = (FloatVector) CLASS.cast(high.reinterpretShape(SPECIES, 0));
            smallest = (FloatVector) CLASS.cast(low.reinterpretShape(SPECIES, 0));
        }
        largest = (FloatVector) CLASS.cast(largest);
        smallest = (FloatVector) CLASS.cast(smallest);
        FloatVector scales = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, scale));
        FloatVector shifts = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, shift));
        largest = (FloatVector) CLASS.cast(scales.fma(largest, shifts));
        smallest = (FloatVector) CLASS.cast(scales.fma(smallest, shifts));
        ((FloatVector) CLASS.cast(largest.max(smallest))).intoArray(y, yAt);
    }
}
