package dev.pleat.benchmarks.net;

/**
 * A window that slides over an image.
 *
 * @param height its rows
 * @param width its columns
 * @param down the rows from one window to the next
 * @param across the columns from one window to the next
 * @param top the rows of padding above the image
 * @param left the columns of padding at its left
 * @param bottom the rows of padding below
 * @param right the columns of padding at its right
 */
public record Window(int height, int width, int down, int across, int top, int left, int bottom, int right) {

    /** {@return a square window without padding} */
    public static Window valid(int size, int stride) {
        return padded(size, stride, 0);
    }

    /** {@return a square window with as much padding on all sides, as PyTorch pads} */
    public static Window padded(int size, int stride, int padding) {
        return new Window(size, size, stride, stride, padding, padding, padding, padding);
    }

    /** {@return a window padded so that only strides make the image smaller, as TensorFlow pads: the odd one behind} */
    public static Window same(Shape image, int height, int width, int stride) {
        int rows = missing(image.height(), height, stride);
        int columns = missing(image.width(), width, stride);
        return new Window(height, width, stride, stride, rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
    }

    private static int missing(int size, int window, int stride) {
        int windows = (size + stride - 1) / stride;
        return Math.max(0, (windows - 1) * stride + window - size);
    }

    /** {@return whether this is how TensorFlow pads an image with {@code SAME}} */
    public boolean isSame(Shape image) {
        return down == across && equals(same(image, height, width, down));
    }

    /** {@return whether there is any padding} */
    public boolean isPadded() {
        return top + left + bottom + right > 0;
    }

    /** {@return whether the padding is the same above and below, and at the left and right} */
    public boolean isSymmetric() {
        return top == bottom && left == right;
    }

    /** {@return this window on an image that is padded already} */
    public Window withoutPadding() {
        return new Window(height, width, down, across, 0, 0, 0, 0);
    }

    /** {@return the shape of an image after this window slid over it, with other channels} */
    public Shape over(Shape image, int channels) {
        int rows = (image.height() + top + bottom - height) / down + 1;
        int columns = (image.width() + left + right - width) / across + 1;
        return Shape.image(rows, columns, channels);
    }
}
