package dev.pleat.runtime;

/**
 * The scalar form of {@link Pooling}, of one window: {@code rows} by {@code cols} at {@code xAt} to one pixel at
 * {@code yAt}.
 */
final class ScalarPooling {
    private ScalarPooling() {}

    static void max(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        if (rows == 2 && cols == 2) {
            for (int c = 0; c < channels; c++) {
                int above = xAt + c;
                int below = above + xRow;
                y[yAt + c] = Math.max(Math.max(x[above], x[above + channels]), Math.max(x[below], x[below + channels]));
            }
            return;
        }
        for (int c = 0; c < channels; c++) {
            float max = Float.NEGATIVE_INFINITY;
            for (int r = 0; r < rows; r++) {
                int at = xAt + r * xRow + c;
                for (int k = 0; k < cols; k++) {
                    max = Math.max(max, x[at + k * channels]);
                }
            }
            y[yAt + c] = max;
        }
    }

    /** Windows beside each other, {@code step} floats apart, of {@link ReluPooling}. */
    static void reluMax(
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
            reluMax(x, xAt + k * step, xRow, rows, cols, channels, y, yAt + k * channels, w, scale, shift);
        }
    }

    private static void reluMax(
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
        for (int c = 0; c < channels; c++) {
            float factor = scale < 0 ? 1f : w[scale + c];
            float offset = scale < 0 ? 0f : w[shift + c];
            float max = Float.NEGATIVE_INFINITY;
            for (int r = 0; r < rows; r++) {
                max = Math.max(max, rowMax(x, xAt + r * xRow + c, cols, channels, factor, offset));
            }
            y[yAt + c] = max;
        }
    }

    private static float rowMax(float[] x, int at, int cols, int channels, float factor, float offset) {
        float max = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < cols; k++) {
            float v = Clip.scalar(x[at + k * channels], 0f, Float.POSITIVE_INFINITY);
            max = Math.max(max, Simd.FMA ? Math.fma(v, factor, offset) : v * factor + offset);
        }
        return max;
    }

    static void average(float[] x, int xAt, int xRow, int rows, int cols, int channels, float[] y, int yAt) {
        float factor = 1f / (rows * cols);
        if (rows == 2 && cols == 2) {
            for (int c = 0; c < channels; c++) {
                int above = xAt + c;
                int below = above + xRow;
                // From 0, as below: negative zeros add up to a positive one.
                y[yAt + c] = (0f + (x[above] + x[above + channels]) + (x[below] + x[below + channels])) * factor;
            }
            return;
        }
        for (int c = 0; c < channels; c++) {
            float sum = 0f;
            for (int r = 0; r < rows; r++) {
                sum += rowSum(x, xAt + r * xRow + c, cols, channels); // large windows lose less in sums of sums
            }
            y[yAt + c] = sum * factor;
        }
    }

    /** A method of its own: HotSpot compiles a loop within loops twice, and for long. */
    private static float rowSum(float[] x, int at, int cols, int channels) {
        float sum = 0f;
        for (int k = 0; k < cols; k++) {
            sum += x[at + k * channels];
        }
        return sum;
    }
}
