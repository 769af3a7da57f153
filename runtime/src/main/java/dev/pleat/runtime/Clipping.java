package dev.pleat.runtime;

/**
 * Clips what kernels of convolutions wrote, a run of tiles at a time, while it is still in a cache of the core. That
 * takes fewer instructions than to clip floats in the kernel, which cannot take their bits: see {@link Clip}.
 *
 * <p>Call it only where {@link Simd#AVAILABLE} is true. Without {@link Simd#MIN_MAX} it does nothing.
 */
public final class Clipping {
    private static final int LANES = Simd.LANES;
    private static final Kernel RELU = new Kernel(Float.POSITIVE_INFINITY);
    private static final Kernel CLIP = new Kernel(1f);

    private Clipping() {}

    /**
     * Clips a part of an image. Clipping a number again changes nothing.
     *
     * @param s the scratch memory
     * @param y offset of the first pixel and channel
     * @param yRow distance of rows
     * @param yCol distance of pixels
     * @param rows rows of pixels
     * @param cols columns of pixels
     * @param channels channels of each, at least {@link Simd#LANES}
     * @param least the smallest result, 0 or negative infinity
     * @param most the largest result, above 0
     */
    public static void image(
            float[] s, int y, int yRow, int yCol, int rows, int cols, int channels, float least, float most) {
        if (!Simd.MIN_MAX) {
            return;
        }
        Kernel kernel = isRelu(least, most) ? RELU : CLIP;
        if (kernel.isReady()) {
            vector(s, y, yRow, yCol, rows, cols, channels, least, most);
        } else {
            scalar(s, y, yRow, yCol, rows, cols, channels, least, most);
        }
    }

    /**
     * Clips pixels of an image that are counted row by row.
     *
     * @param s the scratch memory
     * @param y offset of the first row's first pixel and channel
     * @param width pixels of a row
     * @param yRow distance of rows
     * @param yCol distance of pixels
     * @param from the first pixel
     * @param to the pixel behind the last one
     * @param channels channels of each, at least {@link Simd#LANES}
     * @param least the smallest result, 0 or negative infinity
     * @param most the largest result, above 0
     */
    public static void pixels(
            float[] s, int y, int width, int yRow, int yCol, int from, int to, int channels, float least, float most) {
        for (int pixel = from, end; pixel < to; pixel = end) {
            int row = pixel / width;
            int col = pixel % width;
            end = Math.min(pixel - col + width, to);
            image(s, y + row * yRow + col * yCol, yRow, yCol, 1, end - pixel, channels, least, most);
        }
    }

    /** Clips in the vector form. A negative offset asks for nothing but to be counted. */
    static void vector(
            float[] s, int y, int yRow, int yCol, int rows, int cols, int channels, float least, float most) {
        if (isRelu(least, most)) {
            VectorClip.relu(s, y, yRow, yCol, rows, cols, channels);
        } else {
            VectorClip.image(s, y, yRow, yCol, rows, cols, channels, Clip.low(least), Clip.high(most));
        }
    }

    private static boolean isRelu(float least, float most) {
        return least == 0f && most == Float.POSITIVE_INFINITY;
    }

    static void scalar(
            float[] s, int y, int yRow, int yCol, int rows, int cols, int channels, float least, float most) {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                pixel(s, y + row * yRow + col * yCol, channels, least, most);
            }
        }
    }

    /** A method of its own is compiled after a few calls, a loop much later. */
    private static void pixel(float[] s, int at, int channels, float least, float most) {
        for (int c = at; c < at + channels; c++) {
            s[c] = Clip.scalar(s[c], least, most);
        }
    }

    /** The vector form for a relu, or for all clips. */
    private static final class Kernel extends ColdKernel {
        private static final int ROWS = 1;
        private static final int COLS = 14;
        private static final int OPERATIONS = 10;

        private final float most;

        Kernel(float most) {
            this.most = most;
        }

        @Override
        int floats() {
            return COLS * LANES;
        }

        /** With pixels that follow each other and with such that do not: what HotSpot has not seen, it leaves out. */
        @Override
        void call(boolean skip) {
            int y = skip ? -SKIPPED_ROUNDS : 0;
            vector(s, y, 0, LANES, ROWS, COLS, LANES, 0f, most);
            vector(s, y, 0, 2 * LANES, ROWS, COLS / 2, LANES, 0f, most);
        }

        /** Goes over what most layers write. */
        @Override
        int urgency() {
            return 1;
        }

        @Override
        int operations() {
            return OPERATIONS * ROWS * (COLS + COLS / 2);
        }

        @Override
        int rounds() {
            return ROWS * (COLS + COLS / 2);
        }
    }
}
