package dev.pleat.runtime;

/**
 * The scalar form of {@link UpSampling#bilinear}, of one pixel: between those at {@code above} and {@code below} and
 * the two that are {@code right} floats after them, {@code down} and {@code across} of the way.
 */
final class ScalarUpSampling {
    private ScalarUpSampling() {}

    static void blend(
            float[] x, int above, int below, int right, float[] y, int yAt, int channels, float down, float across) {
        for (int i = 0; i < channels; i++) {
            float first = x[above + i] + (x[above + right + i] - x[above + i]) * across;
            float second = x[below + i] + (x[below + right + i] - x[below + i]) * across;
            y[yAt + i] = first + (second - first) * down;
        }
    }
}
