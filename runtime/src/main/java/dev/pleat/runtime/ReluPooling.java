package dev.pleat.runtime;

/**
 * The largest of what windows hold behind a relu, or behind a relu and a scaling: {@code max(scale · relu(x) + shift)},
 * with windows as in {@link Pooling}.
 *
 * <p>A relu does not turn the order of numbers, so one of the largest is enough. A scaling turns it where the scale is
 * negative, and does nothing else to it, rounding included: the largest result comes from the largest number or from the
 * smallest. So these two are searched for, on bits as in {@link Clip}, and only they are clipped and scaled.
 */
public final class ReluPooling {
    /**
     * Floats of a row that a kernel gets at a time: it may go over them once for every vector of channels, so they should
     * be in the first-level cache then, and be there from the first time on.
     */
    private static final int RUN = 1024;

    private ReluPooling() {}

    /**
     * Takes the largest of each window, channel by channel.
     *
     * @param w holds one scale and one shift a channel
     * @param scale offset of the scales, -1 for none
     * @param shift offset of the shifts
     */
    public static void max(
            float[] x,
            int xAt,
            int xRow,
            float[] y,
            int yAt,
            int yRow,
            int rows,
            int cols,
            int channels,
            int outRows,
            int outCols,
            int poolRows,
            int poolCols,
            int strideRows,
            int strideCols,
            int top,
            int left,
            float[] w,
            int scale,
            int shift) {
        boolean whole = top == 0
                && left == 0
                && (outRows - 1) * strideRows + poolRows <= rows
                && (outCols - 1) * strideCols + poolCols <= cols;
        max(
                Simd.MIN_MAX && ReluPoolingKernel.isReady(poolRows, poolCols, whole, channels, scale >= 0),
                x,
                xAt,
                xRow,
                y,
                yAt,
                yRow,
                rows,
                cols,
                channels,
                outRows,
                outCols,
                poolRows,
                poolCols,
                strideRows,
                strideCols,
                top,
                left,
                w,
                scale,
                shift);
    }

    static void max(
            boolean vector,
            float[] x,
            int xAt,
            int xRow,
            float[] y,
            int yAt,
            int yRow,
            int rows,
            int cols,
            int channels,
            int outRows,
            int outCols,
            int poolRows,
            int poolCols,
            int strideRows,
            int strideCols,
            int top,
            int left,
            float[] w,
            int scale,
            int shift) {
        boolean lanes = vector && channels >= Simd.LANES;
        int step = strideCols * channels;
        int most = Math.max(1, RUN / step);
        for (int r = 0; r < outRows; r++) {
            int firstRow = Math.max(r * strideRows - top, 0);
            int height = Math.min(r * strideRows - top + poolRows, rows) - firstRow;
            for (int c = 0, windows; c < outCols; c += windows) {
                int col = c * strideCols - left;
                int firstCol = Math.max(col, 0);
                int width = Math.min(col + poolCols, cols) - firstCol;
                int whole = Math.min((cols - poolCols - col) / strideCols + 1, outCols - c);
                windows = width < poolCols ? 1 : Math.min(whole, most);
                int from = xAt + firstRow * xRow + firstCol * channels;
                int to = yAt + r * yRow + c * channels;
                if (lanes && height == poolRows && width == poolCols) {
                    VectorReluPooling.max(
                            x, from, xRow, step, windows, height, width, channels, y, to, w, scale, shift);
                } else if (lanes) {
                    VectorReluWindows.max(
                            x, from, xRow, step, windows, height, width, channels, y, to, w, scale, shift);
                } else {
                    ScalarPooling.reluMax(
                            x, from, xRow, step, windows, height, width, channels, y, to, w, scale, shift);
                }
            }
        }
    }
}
