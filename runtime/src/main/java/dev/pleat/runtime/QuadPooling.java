package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorPooling} for 4 channels up to the lanes of the preferred vector, four at a time; fewer take the scalar form.
 * It repeats that class because C2 compiles vectors of a species only where it sees a constant.
 */
final class QuadPooling {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;
    private static final int LANES = SPECIES.length();

    private QuadPooling() {}

    static void max(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            ScalarPooling.max(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        if (rows == 2 && cols == 2) {
            maxOfTwoByTwo(x, xAt, xRow, channels, y, yAt);
            return;
        }
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            maxOfOne(x, xAt + at, xRow, rows, cols, channels, y, yAt + at);
        }
    }

    private static void maxOfTwoByTwo(float[] x, int xAt, int xRow, int channels, float[] y, int yAt) {
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            int above = xAt + at;
            int below = above + xRow;
            FloatVector first = load(x, above).max(load(x, above + channels));
            FloatVector second = load(x, below).max(load(x, below + channels));
            first.max(second).intoArray(y, yAt + at);
        }
    }

    private static void maxOfOne(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        FloatVector max = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                max = max.max(load(x, at));
            }
        }
        max.intoArray(y, yAt);
    }

    static void average(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            ScalarPooling.average(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        if (rows == 2 && cols == 2) {
            averageOfTwoByTwo(x, xAt, xRow, channels, y, yAt);
            return;
        }
        float factor = 1f / (rows * cols);
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            averageOfOne(x, xAt + at, xRow, rows, cols, channels, y, yAt + at, factor);
        }
    }

    private static void averageOfTwoByTwo(float[] x, int xAt, int xRow, int channels, float[] y, int yAt) {
        for (int c = 0; c < channels; c += LANES) {
            int at = Math.min(c, channels - LANES);
            int above = xAt + at;
            int below = above + xRow;
            FloatVector first = load(x, above).add(load(x, above + channels));
            FloatVector second = load(x, below).add(load(x, below + channels));
            first.add(second).mul(0.25f).intoArray(y, yAt + at);
        }
    }

    private static void averageOfOne(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int r = 0; r < rows; r++) {
            FloatVector rowSum = FloatVector.zero(SPECIES); // large windows lose less in sums of sums
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                rowSum = rowSum.add(load(x, at));
            }
            sum = sum.add(rowSum);
        }
        sum.mul(factor).intoArray(y, yAt);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
