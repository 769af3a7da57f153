package dev.pleat.processor.reference;

/**
 * A window that slides along one direction of an image.
 *
 * @param size length of the image
 * @param kernel taps of the window
 * @param stride distance between windows
 * @param dilation distance between taps
 * @param before how far the first window reaches out in front of the image
 * @param windows how many windows there are
 */
record Slide(int size, int kernel, int stride, int dilation, int before, int windows) {
    /** {@return the windows along {@code size} with the padding that TensorFlow has for {@code padding}} */
    static Slide of(int size, int kernel, int stride, int dilation, String padding) {
        Illegal.unless(kernel >= 1 && stride >= 1 && dilation >= 1, "window %d/%d/%d", kernel, stride, dilation);
        Illegal.unless(stride == 1 || dilation == 1, "stride %d and dilation %d exclude each other", stride, dilation);
        int reach = (kernel - 1) * dilation + 1;
        int windows = switch (padding) {
            case "SAME", "CAUSAL" -> (size + stride - 1) / stride;
            default -> size < reach ? 0 : (size - reach) / stride + 1;
        };
        int before = switch (padding) {
            case "SAME" -> Math.max((windows - 1) * stride + reach - size, 0) / 2;
            case "CAUSAL" -> reach - 1;
            default -> 0;
        };
        Illegal.unless(windows >= 1, "a window of %d does not fit into %d", reach, size);
        return new Slide(size, kernel, stride, dilation, before, windows);
    }

    /** {@return the two directions of the windows of {@code layer} over {@code image}, down then across} */
    static Slide[] both(LayerSpec layer, Grid image, int[] kernel, int[] stride) {
        int[] dilation = layer.downAndAcross("dilationRate", 1, 1);
        boolean strided = Math.max(stride[0], stride[1]) > 1;
        boolean dilated = Math.max(dilation[0], dilation[1]) > 1;
        Illegal.unless(!(strided && dilated), "'%s' has both strides and dilation", layer.name());
        String padding = layer.text("padding", "VALID");
        return new Slide[] {
            of(image.rows(), kernel[0], stride[0], dilation[0], padding),
            of(image.columns(), kernel[1], stride[1], dilation[1], padding)
        };
    }

    /** {@return the position in the image of a tap of a window, or -1 outside} */
    int at(int window, int tap) {
        int position = window * stride + tap * dilation - before;
        return position < size ? Math.max(position, -1) : -1;
    }
}
