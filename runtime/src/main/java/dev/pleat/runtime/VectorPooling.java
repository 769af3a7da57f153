package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Pooling}, of one window, over channels. The last vector ends where the channels end, so it
 * may overlap the one before it. Fewer channels than lanes take the scalar form in {@link #max} and {@link #average}.
 *
 * <p>Rows have accumulators of their own, since a sum of sums loses less. A negative offset of the result asks for nothing
 * but to be counted, for {@link WarmUp}. For the style see {@link Lanes}.
 */
final class VectorPooling {
    private static final int LANES = Lanes.COUNT;

    private VectorPooling() {}

    static void max(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            ScalarPooling.max(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        int c = 0;
        for (; c + 2 * LANES <= channels; c += 2 * LANES) {
            maxOfTwo(x, xAt + c, xRow, rows, cols, channels, y, yAt + c);
        }
        for (; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            maxOfOne(x, xAt + at, xRow, rows, cols, channels, y, yAt + at);
        }
    }

    /** A window of two rows and columns, of as many channels as lanes, at least. */
    static void maxOfTwoByTwo(float[] x, int xAt, int xRow, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            int above = xAt + at;
            int below = above + xRow;
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above));
            v.max(FloatVector.fromArray(SPECIES, x, above + channels))
                    .max(FloatVector.fromArray(SPECIES, x, below))
                    .max(FloatVector.fromArray(SPECIES, x, below + channels))
                    .intoArray(y, yAt + at);
        }
    }

    private static void maxOfOne(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector none = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector total = none;
        for (int r = 0; r < rows; r++) {
            FloatVector row = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row = ((FloatVector) CLASS.cast(row)).max(FloatVector.fromArray(SPECIES, x, at));
            }
            total = ((FloatVector) CLASS.cast(total)).max(row);
        }
        ((FloatVector) CLASS.cast(total)).intoArray(y, yAt);
    }

    private static void maxOfTwo(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector none = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector total0 = none;
        FloatVector total1 = none;
        for (int r = 0; r < rows; r++) {
            FloatVector row0 = none;
            FloatVector row1 = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row0 = ((FloatVector) CLASS.cast(row0)).max(FloatVector.fromArray(SPECIES, x, at));
                row1 = ((FloatVector) CLASS.cast(row1)).max(FloatVector.fromArray(SPECIES, x, at + LANES));
            }
            total0 = ((FloatVector) CLASS.cast(total0)).max(row0);
            total1 = ((FloatVector) CLASS.cast(total1)).max(row1);
        }
        ((FloatVector) CLASS.cast(total0)).intoArray(y, yAt);
        ((FloatVector) CLASS.cast(total1)).intoArray(y, yAt + LANES);
    }

    static void average(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            ScalarPooling.average(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        float factor = 1f / (rows * cols);
        int c = 0;
        for (; c + 2 * LANES <= channels; c += 2 * LANES) {
            averageOfTwo(x, xAt + c, xRow, rows, cols, channels, y, yAt + c, factor);
        }
        for (; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            averageOfOne(x, xAt + at, xRow, rows, cols, channels, y, yAt + at, factor);
        }
    }

    private static void averageOfOne(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector none = FloatVector.zero(SPECIES);
        FloatVector total = none;
        for (int r = 0; r < rows; r++) {
            FloatVector row = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row = ((FloatVector) CLASS.cast(row)).add(FloatVector.fromArray(SPECIES, x, at));
            }
            total = ((FloatVector) CLASS.cast(total)).add(row);
        }
        ((FloatVector) CLASS.cast(total)).mul(factor).intoArray(y, yAt);
    }

    private static void averageOfTwo(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        if (yAt < 0) {
            for (int i = yAt; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector none = FloatVector.zero(SPECIES);
        FloatVector total0 = none;
        FloatVector total1 = none;
        for (int r = 0; r < rows; r++) {
            FloatVector row0 = none;
            FloatVector row1 = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row0 = ((FloatVector) CLASS.cast(row0)).add(FloatVector.fromArray(SPECIES, x, at));
                row1 = ((FloatVector) CLASS.cast(row1)).add(FloatVector.fromArray(SPECIES, x, at + LANES));
            }
            total0 = ((FloatVector) CLASS.cast(total0)).add(row0);
            total1 = ((FloatVector) CLASS.cast(total1)).add(row1);
        }
        ((FloatVector) CLASS.cast(total0)).mul(factor).intoArray(y, yAt);
        ((FloatVector) CLASS.cast(total1)).mul(factor).intoArray(y, yAt + LANES);
    }
}
