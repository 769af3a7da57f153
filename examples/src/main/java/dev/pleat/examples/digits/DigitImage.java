package dev.pleat.examples.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * An image as the networks take it: 28 by 28 grey pixels, a white digit on black.
 *
 * @param pixels the brightness, as bytes that count from 0 to 255, row by row
 */
record DigitImage(byte[] pixels) {

    /** Height and width. */
    static final int SIDE = 28;

    private static final String SHADES = " .:-=+*#%@";

    /**
     * Returns the images of an IDX file.
     *
     * @throws IllegalArgumentException if it does not hold images of 28 by 28 pixels
     */
    static List<DigitImage> of(IdxFile file) {
        int[] dims = file.dims();
        if (dims.length != 3 || dims[1] != SIDE || dims[2] != SIDE) {
            throw new IllegalArgumentException("it holds no images of 28 by 28 pixels");
        }
        List<DigitImage> images = new ArrayList<>();
        for (int i = 0; i < dims[0]; i++) {
            byte[] pixels = new byte[SIDE * SIDE];
            System.arraycopy(file.bytes(), i * pixels.length, pixels, 0, pixels.length);
            images.add(new DigitImage(pixels));
        }
        return images;
    }

    /**
     * Returns an image of any size, scaled to fit. What surrounds it, if it is no square, takes the mean of its edge; and
     * if that is light, black and white change places.
     */
    static DigitImage of(GreyImage image) {
        double background = image.edgeMean();
        boolean light = background > 127.5;
        double side = Math.max(image.width(), image.height());
        double left = (image.width() - side) / 2;
        double top = (image.height() - side) / 2;
        byte[] pixels = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double mean = image.mean(
                        left + x * side / SIDE,
                        top + y * side / SIDE,
                        left + (x + 1) * side / SIDE,
                        top + (y + 1) * side / SIDE,
                        background);
                pixels[y * SIDE + x] = (byte) Math.round(light ? 255 - mean : mean);
            }
        }
        return new DigitImage(pixels);
    }

    /** Returns the image in characters, one line for each two rows. */
    String toText() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < SIDE; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < SIDE; x++) {
                int brightness = (at(x, y) + at(x, y + 1)) / 2;
                line.append(SHADES.charAt(brightness * SHADES.length() / 256));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int at(int x, int y) {
        return Byte.toUnsignedInt(pixels[y * SIDE + x]);
    }
}
