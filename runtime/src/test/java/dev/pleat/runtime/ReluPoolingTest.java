package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReluPoolingTest {
    /** {@code top} and {@code left} are the padding. */
    record Window(
            int rows,
            int cols,
            int outRows,
            int outCols,
            int tall,
            int wide,
            int down,
            int across,
            int top,
            int left) {}

    private static final Window[] WINDOWS = {
        new Window(4, 6, 2, 3, 2, 2, 2, 2, 0, 0),
        new Window(5, 7, 3, 4, 2, 2, 2, 2, 0, 0),
        new Window(4, 4, 3, 3, 2, 2, 1, 1, 0, 0),
        new Window(7, 6, 4, 3, 3, 3, 2, 2, 1, 1),
        new Window(4, 5, 4, 5, 3, 2, 1, 1, 1, 0),
        new Window(7, 7, 1, 1, 7, 7, 1, 1, 0, 0),
        new Window(1, 9, 1, 3, 1, 3, 3, 3, 0, 0),
        new Window(5, 3, 3, 2, 5, 5, 2, 3, 2, 2),
    };

    private static final int[] CHANNELS = {1, 3, 8, 12, 16, 17, 33, 64, 130};

    private static final int X = 2;
    private static final int Y = 4;

    enum Form {
        PUBLIC,
        SCALAR,
        VECTOR
    }

    @ParameterizedTest
    @EnumSource
    void isTheMaximumOfWhatAReluLeaves(Form form) {
        compare(form, false);
    }

    @ParameterizedTest
    @EnumSource
    void isTheMaximumOfWhatIsScaledWithEitherSign(Form form) {
        compare(form, true);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNans(Form form) {
        Spans.assumeVectors();
        Window w = WINDOWS[0];
        int channels = 32;
        float[] x = Spans.random(X + w.rows * w.cols * channels, 1);
        x[X] = Float.NaN;
        float[] scales = new float[2 * channels];
        Arrays.fill(scales, -1f);
        float[] relu = new float[Y + w.outRows * w.outCols * channels];
        float[] scaled = relu.clone();
        pool(form, w, channels, x, w.cols * channels, relu, w.outCols * channels, null);
        pool(form, w, channels, x, w.cols * channels, scaled, w.outCols * channels, scales);

        assertThat(relu[Y]).isNaN();
        assertThat(scaled[Y]).isNaN();
        assertThat(relu[Y + 1]).isNotNaN();
        assertThat(scaled[Y + 1]).isNotNaN();
    }

    private static void compare(Form form, boolean scales) {
        if (form == Form.VECTOR) {
            Spans.assumeVectors();
        }
        for (Window w : WINDOWS) {
            for (int channels : CHANNELS) {
                int xRow = w.cols * channels + 5;
                int yRow = w.outCols * channels + 3;
                float[] x = Spans.random(X + w.rows * xRow, 1);
                float[] scaling = scales ? Spans.random(2 * channels, 2) : null;
                float[] y = Spans.untouched(Y + w.outRows * yRow);
                pool(form, w, channels, x, xRow, y, yRow, scaling);
                double[] expected = Spans.doubles(Spans.untouched(y.length));
                for (int row = 0; row < w.outRows; row++) {
                    for (int col = 0; col < w.outCols; col++) {
                        for (int c = 0; c < channels; c++) {
                            double factor = scales ? scaling[c] : 1;
                            double shift = scales ? scaling[channels + c] : 0;
                            expected[Y + row * yRow + col * channels + c] =
                                    pooled(w, x, xRow, channels, row, col, c, factor, shift);
                        }
                    }
                }
                Spans.assertClose(w + " of " + channels, y, expected, 5e-7);
            }
        }
    }

    private static void pool(
            Form form, Window w, int channels, float[] x, int xRow, float[] y, int yRow, float[] scaling) {
        int scale = scaling == null ? -1 : 0;
        if (form == Form.PUBLIC) {
            ReluPooling.max(
                    x, X, xRow, y, Y, yRow, w.rows, w.cols, channels, w.outRows, w.outCols, w.tall, w.wide, w.down,
                    w.across, w.top, w.left, scaling, scale, channels);
        } else {
            ReluPooling.max(
                    form == Form.VECTOR,
                    x,
                    X,
                    xRow,
                    y,
                    Y,
                    yRow,
                    w.rows,
                    w.cols,
                    channels,
                    w.outRows,
                    w.outCols,
                    w.tall,
                    w.wide,
                    w.down,
                    w.across,
                    w.top,
                    w.left,
                    scaling,
                    scale,
                    channels);
        }
    }

    private static double pooled(
            Window w, float[] x, int xRow, int channels, int row, int col, int c, double factor, double shift) {
        double best = Double.NEGATIVE_INFINITY;
        for (int r = row * w.down - w.top; r < row * w.down - w.top + w.tall; r++) {
            for (int k = col * w.across - w.left; k < col * w.across - w.left + w.wide; k++) {
                if (r >= 0 && r < w.rows && k >= 0 && k < w.cols) {
                    double v = Math.max(0, x[X + r * xRow + k * channels + c]);
                    best = Math.max(best, factor * v + shift);
                }
            }
        }
        return best;
    }
}
