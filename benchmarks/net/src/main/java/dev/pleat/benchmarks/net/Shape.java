package dev.pleat.benchmarks.net;

/**
 * The shape of a value: an image, or a vector, which is an image of one pixel.
 *
 * @param height the rows
 * @param width the columns
 * @param channels the channels, the fastest dimension
 * @param flat whether the value is a vector, of shape {@code [channels]}
 */
public record Shape(int height, int width, int channels, boolean flat) {

    /** {@return the shape of an image} */
    public static Shape image(int height, int width, int channels) {
        return new Shape(height, width, channels, false);
    }

    /** {@return the shape of a vector} */
    public static Shape vector(int size) {
        return new Shape(1, 1, size, true);
    }

    /** {@return the number of values} */
    public int size() {
        return height * width * channels;
    }

    /** {@return the number of pixels} */
    public int pixels() {
        return height * width;
    }

    @Override
    public String toString() {
        return flat ? "[" + channels + "]" : "[" + height + ", " + width + ", " + channels + "]";
    }
}
