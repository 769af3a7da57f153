package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector form of {@link Pooling}, of one window, over channels. The last vector ends where the channels end, so it may
 * overlap the one before it. Fewer channels than lanes go to {@link QuadPooling}.
 */
final class VectorPooling {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorPooling() {}

    static void max(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            QuadPooling.max(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        if (rows == 2 && cols == 2) {
            maxOfTwoByTwo(x, xAt, xRow, channels, y, yAt);
            return;
        }
        int c = 0;
        for (; c + 4 * LANES <= channels; c += 4 * LANES) {
            maxOfFour(x, xAt + c, xRow, rows, cols, channels, y, yAt + c);
        }
        for (; c < channels; c += LANES) {
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

    private static void maxOfFour(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        FloatVector max0 = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector max1 = max0;
        FloatVector max2 = max0;
        FloatVector max3 = max0;
        for (int r = 0; r < rows; r++) {
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                max0 = max0.max(load(x, at));
                max1 = max1.max(load(x, at + LANES));
                max2 = max2.max(load(x, at + 2 * LANES));
                max3 = max3.max(load(x, at + 3 * LANES));
            }
        }
        max0.intoArray(y, yAt);
        max1.intoArray(y, yAt + LANES);
        max2.intoArray(y, yAt + 2 * LANES);
        max3.intoArray(y, yAt + 3 * LANES);
    }

    static void average(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            QuadPooling.average(x, xAt, xRow, rows, cols, channels, y, yAt);
            return;
        }
        if (rows == 2 && cols == 2) {
            averageOfTwoByTwo(x, xAt, xRow, channels, y, yAt);
            return;
        }
        float factor = 1f / (rows * cols);
        int c = 0;
        for (; c + 4 * LANES <= channels; c += 4 * LANES) {
            averageOfFour(x, xAt + c, xRow, rows, cols, channels, y, yAt + c, factor);
        }
        for (; c < channels; c += LANES) {
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

    private static void averageOfFour(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (int r = 0; r < rows; r++) {
            FloatVector row0 = FloatVector.zero(SPECIES);
            FloatVector row1 = row0;
            FloatVector row2 = row0;
            FloatVector row3 = row0;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row0 = row0.add(load(x, at));
                row1 = row1.add(load(x, at + LANES));
                row2 = row2.add(load(x, at + 2 * LANES));
                row3 = row3.add(load(x, at + 3 * LANES));
            }
            sum0 = sum0.add(row0);
            sum1 = sum1.add(row1);
            sum2 = sum2.add(row2);
            sum3 = sum3.add(row3);
        }
        sum0.mul(factor).intoArray(y, yAt);
        sum1.mul(factor).intoArray(y, yAt + LANES);
        sum2.mul(factor).intoArray(y, yAt + 2 * LANES);
        sum3.mul(factor).intoArray(y, yAt + 3 * LANES);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
