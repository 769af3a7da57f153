package dev.pleat.runtime;

import java.util.Arrays;

/**
 * Sums of tiles that kernels collect in a work area, {@code [pixel][vector][lane]}, and their way into the result.
 *
 * <p>Call {@link #finish} only where {@link Simd#AVAILABLE} is true.
 */
public final class Sums {
    private static final int LANES = Simd.LANES;

    private Sums() {}

    /** Sets {@code count} sums to zero. */
    public static void zero(float[] s, int at, int count) {
        Arrays.fill(s, at, at + count, 0f);
    }

    /**
     * Writes the sums of a tile, with bias and residual, clipped.
     *
     * @param s the scratch memory
     * @param t offset of the tile's sums
     * @param rows rows of pixels of the tile
     * @param cols columns of pixels
     * @param vectors vectors of channels
     * @param y offset of the result, of the first pixel and channel
     * @param yRow distance of its rows
     * @param yCol distance of its pixels
     * @param r offset of what is added, -1 for nothing
     * @param rRow distance of its rows
     * @param rCol distance of its pixels
     * @param w the weights
     * @param b offset of the bias of the first channel
     * @param channels all channels of the result: where the tile's vectors exceed them, the last ones overlap
     * @param least the smallest result, 0 or negative infinity, if {@link Simd#MIN_MAX}
     * @param most the largest result, 0 or above, if {@link Simd#MIN_MAX}
     */
    public static void finish(
            float[] s,
            int t,
            int rows,
            int cols,
            int vectors,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            int rCol,
            float[] w,
            int b,
            int channels,
            float least,
            float most) {
        int tCol = vectors * LANES;
        int tRow = cols * tCol;
        for (int vector = 0; vector < vectors; vector++) {
            int c = Math.min(vector * LANES, channels - LANES);
            int from = t + vector * LANES;
            int to = y + c;
            int more = r < 0 ? -1 : r + c;
            SumsTile.write(s, from, tRow, tCol, to, yRow, yCol, more, rRow, rCol, rows, cols, w, b + c, least, most);
        }
    }

    /**
     * Writes the sums of a tile that may begin in one row of pixels and end in the next, with bias and residual, clipped.
     *
     * @param s the scratch memory
     * @param t offset of the tile's sums
     * @param cols pixels of the tile
     * @param vectors vectors of channels
     * @param y offset of the result, of the first pixel and channel
     * @param yGap how much farther the first pixel of the next row is than the next one of a row
     * @param yCol distance of its pixels
     * @param r offset of what is added, -1 for nothing
     * @param rGap as {@code yGap}
     * @param rCol distance of its pixels
     * @param w the weights
     * @param b offset of the bias of the first channel
     * @param channels all channels of the result: where the tile's vectors exceed them, the last ones overlap
     * @param least the smallest result, 0 or negative infinity, if {@link Simd#MIN_MAX}
     * @param most the largest result, 0 or above, if {@link Simd#MIN_MAX}
     * @param next the first pixel that is in the next row, at least the number of pixels if none is
     */
    public static void finish(
            float[] s,
            int t,
            int cols,
            int vectors,
            int y,
            int yGap,
            int yCol,
            int r,
            int rGap,
            int rCol,
            float[] w,
            int b,
            int channels,
            float least,
            float most,
            int next) {
        int here = Math.min(cols, next);
        finish(s, t, 1, here, vectors, y, 0, yCol, r, 0, rCol, w, b, channels, least, most);
        if (here < cols) {
            int to = y + here * yCol + yGap;
            int add = r < 0 ? -1 : r + here * rCol + rGap;
            int from = t + here * vectors * LANES;
            finish(s, from, 1, cols - here, vectors, to, 0, yCol, add, 0, rCol, w, b, channels, least, most);
        }
    }
}
