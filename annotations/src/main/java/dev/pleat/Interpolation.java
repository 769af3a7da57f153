package dev.pleat;

/** How {@link UpSampling2D} makes the values of the larger image. */
public enum Interpolation {
    /** Each value is repeated. Keras's {@code nearest}. */
    NEAREST,

    /**
     * Between the four nearest pixels, linearly in both directions. Keras's {@code bilinear}.
     *
     * <p>Pixels have their centres at halves: output {@code i} reads the input at {@code (i + 0.5) / size - 0.5}, held
     * at the borders. Numeric source: {@code tf.image.resize} of TensorFlow 2; PyTorch's {@code align_corners=False}.
     */
    BILINEAR
}
