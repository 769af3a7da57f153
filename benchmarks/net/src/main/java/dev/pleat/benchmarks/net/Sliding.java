package dev.pleat.benchmarks.net;

import java.util.Arrays;

/**
 * A window on its way over an image of float64.
 *
 * @param window the window
 * @param in the shape of the image
 * @param out the shape of the result
 */
record Sliding(Window window, Shape in, Shape out) {

    /** Takes one tap of a window: a pixel of the input, a place in the window. */
    private interface Tap {
        /** Takes the tap. */
        void take(int pixel, int place);
    }

    double[] convolution(double[] x, float[] kernel, float[] bias) {
        int filters = out.channels();
        int channels = in.channels();
        double[] y = new double[out.size()];
        for (int p = 0; p < out.pixels(); p++) {
            int to = p * filters;
            fill(y, to, bias);
            taps(p, (pixel, place) -> {
                for (int c = 0; c < channels; c++) {
                    multiplyAdd(x[pixel * channels + c], kernel, (place * channels + c) * filters, y, to, filters);
                }
            });
        }
        return y;
    }

    private static void multiplyAdd(double x, float[] kernel, int from, double[] y, int to, int filters) {
        for (int f = 0; f < filters; f++) {
            y[to + f] += x * kernel[from + f];
        }
    }

    double[] depthwise(double[] x, float[] kernel, float[] bias) {
        int channels = in.channels();
        double[] y = new double[out.size()];
        for (int p = 0; p < out.pixels(); p++) {
            int to = p * channels;
            fill(y, to, bias);
            taps(p, (pixel, place) -> {
                for (int c = 0; c < channels; c++) {
                    y[to + c] += x[pixel * channels + c] * kernel[place * channels + c];
                }
            });
        }
        return y;
    }

    double[] max(double[] x) {
        int channels = in.channels();
        double[] y = new double[out.size()];
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        for (int p = 0; p < out.pixels(); p++) {
            int to = p * channels;
            taps(p, (pixel, place) -> {
                for (int c = 0; c < channels; c++) {
                    y[to + c] = Math.max(y[to + c], x[pixel * channels + c]);
                }
            });
        }
        return y;
    }

    double[] mean(double[] x) {
        float[] kernel = new float[window.height() * window.width() * in.channels()];
        Arrays.fill(kernel, 1);
        double[] y = depthwise(x, kernel, new float[in.channels()]);
        Arrays.setAll(y, i -> y[i] / (window.height() * window.width()));
        return y;
    }

    private static void fill(double[] y, int to, float[] bias) {
        for (int f = 0; f < bias.length; f++) {
            y[to + f] = bias[f];
        }
    }

    /** Visits the taps of the window of an output pixel that are within the image. */
    private void taps(int pixel, Tap tap) {
        int top = pixel / out.width() * window.down() - window.top();
        int left = pixel % out.width() * window.across() - window.left();
        for (int i = 0; i < window.height(); i++) {
            for (int j = 0; j < window.width(); j++) {
                int row = top + i;
                int column = left + j;
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    tap.take(row * in.width() + column, i * window.width() + j);
                }
            }
        }
    }
}
