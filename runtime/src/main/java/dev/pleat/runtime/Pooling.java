package dev.pleat.runtime;

/**
 * The largest and the average of windows that slide over {@code [rows][cols][channels]} images.
 *
 * <p>{@code x} holds {@code rows} rows, {@code xRow} floats apart, of {@code cols * channels} floats; {@code y} gets
 * {@code outRows} rows, {@code yRow} apart, of {@code outCols * channels}. Window {@code (r, c)} begins at row
 * {@code r strideRows - top} and column {@code c strideCols - left} and has {@code poolRows} by {@code poolCols}
 * elements, of which those outside the image do not count; one at least must be inside. {@code y} must not overlap
 * {@code x}.
 */
public final class Pooling {
    private Pooling() {}

    /** The largest of each window, channel by channel; NaN where one is NaN. */
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
            int left) {
        max(
                Simd.MIN_MAX && PoolingKernel.maxIsReady(poolRows, poolCols, channels),
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
                left);
    }

    /** The average of each window, channel by channel: of the elements inside the image. */
    public static void average(
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
            int left) {
        average(
                Simd.AVAILABLE && PoolingKernel.averageIsReady(channels),
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
                left);
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
            int left) {
        boolean twoByTwo = vector && poolRows == 2 && poolCols == 2 && channels >= Simd.LANES;
        for (int r = 0; r < outRows; r++) {
            int firstRow = Math.max(r * strideRows - top, 0);
            int height = Math.min(r * strideRows - top + poolRows, rows) - firstRow;
            for (int c = 0; c < outCols; c++) {
                int firstCol = Math.max(c * strideCols - left, 0);
                int width = Math.min(c * strideCols - left + poolCols, cols) - firstCol;
                int from = xAt + firstRow * xRow + firstCol * channels;
                int to = yAt + r * yRow + c * channels;
                if (twoByTwo && height == 2 && width == 2) {
                    VectorPooling.maxOfTwoByTwo(x, from, xRow, channels, y, to);
                } else if (vector) {
                    VectorPooling.max(x, from, xRow, height, width, channels, y, to);
                } else {
                    ScalarPooling.max(x, from, xRow, height, width, channels, y, to);
                }
            }
        }
    }

    static void average(
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
            int left) {
        for (int r = 0; r < outRows; r++) {
            int firstRow = Math.max(r * strideRows - top, 0);
            int height = Math.min(r * strideRows - top + poolRows, rows) - firstRow;
            for (int c = 0; c < outCols; c++) {
                int firstCol = Math.max(c * strideCols - left, 0);
                int width = Math.min(c * strideCols - left + poolCols, cols) - firstCol;
                int from = xAt + firstRow * xRow + firstCol * channels;
                int to = yAt + r * yRow + c * channels;
                if (vector) {
                    VectorPooling.average(x, from, xRow, height, width, channels, y, to);
                } else {
                    ScalarPooling.average(x, from, xRow, height, width, channels, y, to);
                }
            }
        }
    }
}
