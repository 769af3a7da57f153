package dev.pleat.runtime;

/**
 * Images made larger by whole factors: {@code [rows][cols][channels]}, rows {@code xRow} floats apart, to
 * {@code [rows * sizeRows][cols * sizeCols][channels]}, rows {@code yRow} apart. {@code y} must not overlap {@code x}.
 */
public final class UpSampling {
    private UpSampling() {}

    /** Repeats every pixel {@code sizeRows} times down and {@code sizeCols} times across. */
    public static void nearest(
            float[] x,
            int xAt,
            int xRow,
            float[] y,
            int yAt,
            int yRow,
            int rows,
            int cols,
            int channels,
            int sizeRows,
            int sizeCols) {
        for (int r = 0; r < rows; r++) {
            int row = yAt + r * sizeRows * yRow;
            repeatPixels(x, xAt + r * xRow, y, row, cols, channels, sizeCols);
            for (int k = 1; k < sizeRows; k++) {
                System.arraycopy(y, row, y, row + k * yRow, cols * sizeCols * channels);
            }
        }
    }

    private static void repeatPixels(float[] x, int xAt, float[] y, int yAt, int cols, int channels, int size) {
        int at = yAt;
        for (int c = 0; c < cols; c++) {
            int from = xAt + c * channels;
            for (int k = 0; k < size; k++) {
                if (channels >= 16) {
                    System.arraycopy(x, from, y, at, channels);
                } else {
                    for (int i = 0; i < channels; i++) {
                        y[at + i] = x[from + i];
                    }
                }
                at += channels;
            }
        }
    }

    /**
     * Interpolates between the centres of the pixels, as TensorFlow 2 and Keras do ({@code half_pixel_centers}): output
     * {@code i} lies at {@code (i + 0.5) / size - 0.5} of the input; beyond the first and last centre, they are
     * repeated.
     */
    public static void bilinear(
            float[] x,
            int xAt,
            int xRow,
            float[] y,
            int yAt,
            int yRow,
            int rows,
            int cols,
            int channels,
            int sizeRows,
            int sizeCols) {
        boolean vector = Simd.AVAILABLE;
        bilinear(vector, x, xAt, xRow, y, yAt, yRow, rows, cols, channels, sizeRows, sizeCols);
    }

    static void bilinear(
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
            int sizeRows,
            int sizeCols) {
        for (int r = 0; r < rows * sizeRows; r++) {
            float rowAt = (r + 0.5f) / sizeRows - 0.5f;
            int row = (int) Math.floor(rowAt);
            int above = xAt + Math.max(row, 0) * xRow;
            int below = xAt + Math.min(row + 1, rows - 1) * xRow;
            for (int c = 0; c < cols * sizeCols; c++) {
                float colAt = (c + 0.5f) / sizeCols - 0.5f;
                int col = (int) Math.floor(colAt);
                int left = Math.max(col, 0) * channels;
                int right = Math.min(col + 1, cols - 1) * channels;
                int to = yAt + r * yRow + c * channels;
                if (vector) {
                    VectorUpSampling.blend(
                            x, above + left, below + left, right - left, y, to, channels, rowAt - row, colAt - col);
                } else {
                    ScalarUpSampling.blend(
                            x, above + left, below + left, right - left, y, to, channels, rowAt - row, colAt - col);
                }
            }
        }
    }
}
