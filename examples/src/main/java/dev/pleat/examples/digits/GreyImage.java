package dev.pleat.examples.digits;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture without its colours.
 *
 * @param width in pixels
 * @param height in pixels
 * @param brightness of each pixel from 0 to 255, row by row
 */
record GreyImage(int width, int height, float[] brightness) {

    private static final long MOST_PIXELS = 50_000_000;

    /**
     * Reads a file in any format that the JDK knows: PNG, JPEG, GIF, BMP.
     *
     * @throws IOException if it is damaged, or none of them
     */
    static GreyImage read(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is no PNG, JPEG, GIF, BMP or IDX file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long size = (long) reader.getWidth(0) * reader.getHeight(0);
                if (size > MOST_PIXELS) {
                    throw new IOException("it has more than " + MOST_PIXELS + " pixels");
                }
                return of(reader.read(0));
            } catch (RuntimeException e) {
                // What the readers of the JDK throw at damaged files.
                throw new IOException("it is damaged", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static GreyImage of(BufferedImage image) {
        GreyImage grey =
                new GreyImage(image.getWidth(), image.getHeight(), new float[image.getWidth() * image.getHeight()]);
        ColorModel colors = image.getColorModel();
        // The JDK takes grey to be linear, and would brighten it on the way to RGB.
        boolean plainGrey = !(colors instanceof IndexColorModel)
                && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && !colors.hasAlpha();
        Raster raster = image.getRaster();
        for (int y = 0; y < grey.height; y++) {
            for (int x = 0; x < grey.width; x++) {
                grey.brightness[y * grey.width + x] = plainGrey
                        ? raster.getSample(x, y, 0) * 255f / ((1 << colors.getComponentSize(0)) - 1)
                        : luminance(image.getRGB(x, y));
            }
        }
        return grey;
    }

    /** Returns the brightness of a colour, in front of white. */
    private static float luminance(int argb) {
        float luma = 0.299f * (argb >> 16 & 0xff) + 0.587f * (argb >> 8 & 0xff) + 0.114f * (argb & 0xff);
        float opacity = (argb >>> 24) / 255f;
        return luma * opacity + 255 * (1 - opacity);
    }

    /** Returns the mean brightness of the outermost pixels. */
    double edgeMean() {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            int step = y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
            for (int x = 0; x < width; x += step) {
                sum += brightness[y * width + x];
                count++;
            }
        }
        return sum / count;
    }

    /** Returns the mean brightness of a rectangle, whose edges may cut pixels, with {@code outside} around the image. */
    double mean(double left, double top, double right, double bottom, double outside) {
        double sum = 0;
        for (int y = (int) Math.floor(top); y < bottom; y++) {
            double rows = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) Math.floor(left); x < right; x++) {
                double columns = Math.min(right, x + 1) - Math.max(left, x);
                boolean inside = x >= 0 && x < width && y >= 0 && y < height;
                sum += rows * columns * (inside ? brightness[y * width + x] : outside);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
