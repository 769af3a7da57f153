package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Pooling}, of one window, over channels. The last vector ends where the channels end, so it may
 * overlap the one before it. Fewer channels than lanes take the scalar form.
 *
 * <p>Rows have accumulators of their own, since a sum of sums loses less.
 */
final class VectorPooling {
    private static final int LANES = Lanes.COUNT;

    private VectorPooling() {}

    static void max(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (channels < LANES) {
            ScalarPooling.max(x, xAt, xRow, rows, cols, channels, y, yAt);
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
            FloatVector first = Lanes.max(Lanes.load(x, above), Lanes.load(x, above + channels));
            FloatVector second = Lanes.max(Lanes.load(x, below), Lanes.load(x, below + channels));
            Lanes.store(Lanes.max(first, second), y, yAt + at);
        }
    }

    private static void maxOfOne(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        FloatVector max = Lanes.all(Float.NEGATIVE_INFINITY);
        FloatVector none = max;
        for (int r = 0; r < rows; r++) {
            FloatVector rowMax = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                rowMax = Lanes.max(rowMax, Lanes.load(x, at));
            }
            max = Lanes.max(max, rowMax);
        }
        Lanes.store(max, y, yAt);
    }

    private static void maxOfFour(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        FloatVector none = Lanes.all(Float.NEGATIVE_INFINITY);
        FloatVector max0 = none;
        FloatVector max1 = none;
        FloatVector max2 = none;
        FloatVector max3 = none;
        for (int r = 0; r < rows; r++) {
            FloatVector row0 = none;
            FloatVector row1 = none;
            FloatVector row2 = none;
            FloatVector row3 = none;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row0 = Lanes.max(row0, Lanes.load(x, at));
                row1 = Lanes.max(row1, Lanes.load(x, at + LANES));
                row2 = Lanes.max(row2, Lanes.load(x, at + 2 * LANES));
                row3 = Lanes.max(row3, Lanes.load(x, at + 3 * LANES));
            }
            max0 = Lanes.max(max0, row0);
            max1 = Lanes.max(max1, row1);
            max2 = Lanes.max(max2, row2);
            max3 = Lanes.max(max3, row3);
        }
        Lanes.store(max0, y, yAt);
        Lanes.store(max1, y, yAt + LANES);
        Lanes.store(max2, y, yAt + 2 * LANES);
        Lanes.store(max3, y, yAt + 3 * LANES);
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
            FloatVector first = Lanes.add(Lanes.load(x, above), Lanes.load(x, above + channels));
            FloatVector second = Lanes.add(Lanes.load(x, below), Lanes.load(x, below + channels));
            Lanes.store(Lanes.mul(Lanes.add(first, second), Lanes.all(0.25f)), y, yAt + at);
        }
    }

    private static void averageOfOne(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        FloatVector sum = Lanes.all(0f);
        for (int r = 0; r < rows; r++) {
            FloatVector rowSum = Lanes.all(0f);
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                rowSum = Lanes.add(rowSum, Lanes.load(x, at));
            }
            sum = Lanes.add(sum, rowSum);
        }
        Lanes.store(Lanes.mul(sum, Lanes.all(factor)), y, yAt);
    }

    private static void averageOfFour(
            float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt, float factor) {
        FloatVector sum0 = Lanes.all(0f);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (int r = 0; r < rows; r++) {
            FloatVector row0 = Lanes.all(0f);
            FloatVector row1 = row0;
            FloatVector row2 = row0;
            FloatVector row3 = row0;
            int at = xAt + r * xRow;
            for (int end = at + cols * channels; at < end; at += channels) {
                row0 = Lanes.add(row0, Lanes.load(x, at));
                row1 = Lanes.add(row1, Lanes.load(x, at + LANES));
                row2 = Lanes.add(row2, Lanes.load(x, at + 2 * LANES));
                row3 = Lanes.add(row3, Lanes.load(x, at + 3 * LANES));
            }
            sum0 = Lanes.add(sum0, row0);
            sum1 = Lanes.add(sum1, row1);
            sum2 = Lanes.add(sum2, row2);
            sum3 = Lanes.add(sum3, row3);
        }
        Lanes.store(Lanes.mul(sum0, Lanes.all(factor)), y, yAt);
        Lanes.store(Lanes.mul(sum1, Lanes.all(factor)), y, yAt + LANES);
        Lanes.store(Lanes.mul(sum2, Lanes.all(factor)), y, yAt + 2 * LANES);
        Lanes.store(Lanes.mul(sum3, Lanes.all(factor)), y, yAt + 3 * LANES);
    }
}
