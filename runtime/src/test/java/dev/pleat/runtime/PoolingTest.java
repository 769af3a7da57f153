package dev.pleat.runtime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolingTest {
    /**
     * {@code top} and {@code left} are the padding; the output has as many windows as begin inside the padded image.
     */
    record Window(int rows, int cols, int outRows, int outCols, int pool, int wide, int stride, int top, int left) {}

    private static final Window[] WINDOWS = {
        new Window(4, 6, 2, 3, 2, 2, 2, 0, 0),
        new Window(5, 7, 3, 4, 2, 2, 2, 0, 0),
        new Window(7, 6, 4, 3, 3, 3, 2, 1, 1),
        new Window(4, 5, 4, 5, 3, 2, 1, 1, 0),
        new Window(7, 7, 1, 1, 7, 7, 1, 0, 0),
        new Window(1, 9, 1, 3, 1, 3, 3, 0, 0),
        new Window(5, 5, 5, 5, 5, 5, 1, 2, 2),
    };

    enum Form {
        PUBLIC,
        SCALAR,
        VECTOR
    }

    private static final int[] CHANNELS = {1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 17, 33, 63, 64, 65, 130, 207};

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void scalarMatchesReference(boolean max) {
        compare(max, Form.SCALAR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void vectorMatchesReference(boolean max) {
        Spans.assumeVectors();
        compare(max, Form.VECTOR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publicFormMatchesReference(boolean max) {
        compare(max, Form.PUBLIC);
    }

    private static void compare(boolean max, Form form) {
        for (Window w : WINDOWS) {
            for (int channels : CHANNELS) {
                int xRow = w.cols * channels + 5;
                int yRow = w.outCols * channels + 3;
                float[] x = Spans.random(2 + w.rows * xRow, 1);
                float[] y = Spans.untouched(4 + w.outRows * yRow);
                pool(max, form, w, channels, x, xRow, y, yRow);
                double[] expected = Spans.doubles(Spans.untouched(y.length));
                for (int i = 0; i < w.outRows * w.outCols * channels; i++) {
                    int c = i % channels;
                    int col = i / channels % w.outCols;
                    int row = i / channels / w.outCols;
                    expected[4 + row * yRow + col * channels + c] = pooled(w, max, x, xRow, channels, row, col, c);
                }
                Spans.assertClose(w + " of " + channels, y, expected, 5e-7);
            }
        }
    }

    private static void pool(boolean max, Form form, Window w, int channels, float[] x, int xRow, float[] y, int yRow) {
        boolean vector = form == Form.VECTOR;
        if (form == Form.PUBLIC && max) {
            Pooling.max(
                    x, 2, xRow, y, 4, yRow, w.rows, w.cols, channels, w.outRows, w.outCols, w.pool, w.wide, w.stride,
                    w.stride, w.top, w.left);
        } else if (form == Form.PUBLIC) {
            Pooling.average(
                    x, 2, xRow, y, 4, yRow, w.rows, w.cols, channels, w.outRows, w.outCols, w.pool, w.wide, w.stride,
                    w.stride, w.top, w.left);
        } else if (max) {
            Pooling.max(
                    vector, x, 2, xRow, y, 4, yRow, w.rows, w.cols, channels, w.outRows, w.outCols, w.pool, w.wide,
                    w.stride, w.stride, w.top, w.left);
        } else {
            Pooling.average(
                    vector, x, 2, xRow, y, 4, yRow, w.rows, w.cols, channels, w.outRows, w.outCols, w.pool, w.wide,
                    w.stride, w.stride, w.top, w.left);
        }
    }

    private static double pooled(Window w, boolean max, float[] x, int xRow, int channels, int row, int col, int c) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int r = row * w.stride - w.top; r < row * w.stride - w.top + w.pool; r++) {
            for (int k = col * w.stride - w.left; k < col * w.stride - w.left + w.wide; k++) {
                if (r >= 0 && r < w.rows && k >= 0 && k < w.cols) {
                    double v = x[2 + r * xRow + k * channels + c];
                    best = Math.max(best, v);
                    sum += v;
                    count++;
                }
            }
        }
        return max ? best : sum / count;
    }
}
