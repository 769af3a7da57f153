package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The vector form of {@link ReluPooling}, of windows of the same size beside each other, {@code step} floats apart: window
 * by window, over channels, so that memory is read as it lies; where scales are needed, channel by channel, so that they
 * stay in registers. There are as many channels as lanes, at least. The last vector ends where the channels end, so it may
 * overlap the one before it.
 *
 * <p>As integers, negative floats are in the wrong order among each other, but below all others: whichever is found, a
 * relu makes it zero. A NaN is the largest, so the smallest need not heed it.
 *
 * <p>A negative offset of the result asks for nothing but to be counted, for {@link WarmUp}. For the style see
 * {@link Lanes}.
 */
final class VectorReluPooling {
    private static final int LANES = Lanes.COUNT;

    private VectorReluPooling() {}

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
        if (rows == 2 && cols == 2 && scale < 0) {
            reluTwoByTwo(x, xAt, xRow, step, windows, channels, y, yAt);
        } else if (rows == 2 && cols == 2) {
            scaledTwoByTwo(x, xAt, xRow, step, windows, channels, y, yAt, w, scale, shift);
        } else if (rows == 3 && cols == 3 && scale < 0) {
            reluThreeByThree(x, xAt, xRow, step, windows, channels, y, yAt);
        } else {
            VectorReluWindows.max(x, xAt, xRow, step, windows, rows, cols, channels, y, yAt, w, scale, shift);
        }
    }

    private static void reluTwoByTwo(
            float[] x, int xAt, int xRow, int step, int windows, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        IntVector zero = (IntVector) INT_CLASS.cast(IntVector.zero(INT_SPECIES));
        for (int k = 0; k < windows; k++) {
            for (int c = 0; c < channels; c += LANES) {
                int at = Math.min(c, channels - LANES);
                int above = xAt + k * step + at;
                FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above));
                FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + channels));
                FloatVector v2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + xRow));
                FloatVector v3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + xRow + channels));
                IntVector b0 = (IntVector) INT_CLASS.cast(v0.reinterpretShape(INT_SPECIES, 0));
                IntVector b1 = (IntVector) INT_CLASS.cast(v1.reinterpretShape(INT_SPECIES, 0));
                IntVector b2 = (IntVector) INT_CLASS.cast(v2.reinterpretShape(INT_SPECIES, 0));
                IntVector b3 = (IntVector) INT_CLASS.cast(v3.reinterpretShape(INT_SPECIES, 0));
                IntVector high = (IntVector) INT_CLASS.cast(b0.max(b1));
                high = (IntVector) INT_CLASS.cast(high.max(b2));
                high = (IntVector) INT_CLASS.cast(high.max(b3));
                high = (IntVector) INT_CLASS.cast(high.max(zero));
                FloatVector largest = (FloatVector) CLASS.cast(high.reinterpretShape(SPECIES, 0));
                largest.intoArray(y, yAt + k * channels + at);
            }
        }
    }

    private static void reluThreeByThree(
            float[] x, int xAt, int xRow, int step, int windows, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        IntVector zero = (IntVector) INT_CLASS.cast(IntVector.zero(INT_SPECIES));
        for (int k = 0; k < windows; k++) {
            for (int c = 0; c < channels; c += LANES) {
                int at = Math.min(c, channels - LANES);
                int above = xAt + k * step + at;
                int middle = above + xRow;
                int below = middle + xRow;
                FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above));
                FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + channels));
                FloatVector v2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + 2 * channels));
                FloatVector v3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, middle));
                FloatVector v4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, middle + channels));
                FloatVector v5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, middle + 2 * channels));
                FloatVector v6 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, below));
                FloatVector v7 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, below + channels));
                FloatVector v8 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, below + 2 * channels));
                IntVector b0 = (IntVector) INT_CLASS.cast(v0.reinterpretShape(INT_SPECIES, 0));
                IntVector b1 = (IntVector) INT_CLASS.cast(v1.reinterpretShape(INT_SPECIES, 0));
                IntVector b2 = (IntVector) INT_CLASS.cast(v2.reinterpretShape(INT_SPECIES, 0));
                IntVector b3 = (IntVector) INT_CLASS.cast(v3.reinterpretShape(INT_SPECIES, 0));
                IntVector b4 = (IntVector) INT_CLASS.cast(v4.reinterpretShape(INT_SPECIES, 0));
                IntVector b5 = (IntVector) INT_CLASS.cast(v5.reinterpretShape(INT_SPECIES, 0));
                IntVector b6 = (IntVector) INT_CLASS.cast(v6.reinterpretShape(INT_SPECIES, 0));
                IntVector b7 = (IntVector) INT_CLASS.cast(v7.reinterpretShape(INT_SPECIES, 0));
                IntVector b8 = (IntVector) INT_CLASS.cast(v8.reinterpretShape(INT_SPECIES, 0));
                IntVector high0 = (IntVector) INT_CLASS.cast(b0.max(b1));
                IntVector high1 = (IntVector) INT_CLASS.cast(b3.max(b4));
                IntVector high2 = (IntVector) INT_CLASS.cast(b6.max(b7));
                high0 = (IntVector) INT_CLASS.cast(high0.max(b2));
                high1 = (IntVector) INT_CLASS.cast(high1.max(b5));
                high2 = (IntVector) INT_CLASS.cast(high2.max(b8));
                high0 = (IntVector) INT_CLASS.cast(high0.max(zero));
                high1 = (IntVector) INT_CLASS.cast(high1.max(high2));
                high0 = (IntVector) INT_CLASS.cast(high0.max(high1));
                FloatVector largest = (FloatVector) CLASS.cast(high0.reinterpretShape(SPECIES, 0));
                largest.intoArray(y, yAt + k * channels + at);
            }
        }
    }

    private static void scaledTwoByTwo(
            float[] x,
            int xAt,
            int xRow,
            int step,
            int windows,
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
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            FloatVector scales = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, scale + at));
            FloatVector shifts = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, shift + at));
            int above = xAt + at;
            int to = yAt + at;
            for (int k = 0; k < windows; k++) {
                FloatVector v0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above));
                FloatVector v1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + channels));
                FloatVector v2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + xRow));
                FloatVector v3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + xRow + channels));
                IntVector b0 = (IntVector) INT_CLASS.cast(v0.reinterpretShape(INT_SPECIES, 0));
                IntVector b1 = (IntVector) INT_CLASS.cast(v1.reinterpretShape(INT_SPECIES, 0));
                IntVector b2 = (IntVector) INT_CLASS.cast(v2.reinterpretShape(INT_SPECIES, 0));
                IntVector b3 = (IntVector) INT_CLASS.cast(v3.reinterpretShape(INT_SPECIES, 0));
                IntVector high = (IntVector) INT_CLASS.cast(b0.max(b1));
                high = (IntVector) INT_CLASS.cast(high.max(b2));
                high = (IntVector) INT_CLASS.cast(high.max(b3));
                high = (IntVector) INT_CLASS.cast(high.max(zero));
                IntVector low = (IntVector) INT_CLASS.cast(b0.min(b1));
                low = (IntVector) INT_CLASS.cast(low.min(b2));
                low = (IntVector) INT_CLASS.cast(low.min(b3));
                low = (IntVector) INT_CLASS.cast(low.max(zero));
                FloatVector largest = (FloatVector) CLASS.cast(high.reinterpretShape(SPECIES, 0));
                FloatVector smallest = (FloatVector) CLASS.cast(low.reinterpretShape(SPECIES, 0));
                largest = (FloatVector) CLASS.cast(scales.fma(largest, shifts));
                smallest = (FloatVector) CLASS.cast(scales.fma(smallest, shifts));
                ((FloatVector) CLASS.cast(largest.max(smallest))).intoArray(y, to);
                above += step;
                to += channels;
            }
        }
    }
}
