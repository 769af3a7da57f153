package dev.pleat;

/**
 * Where the channels are in the shape of an image or a series.
 *
 * <p>It says how input and output are read. Weights have the same shapes in both. Mixed models are possible: each layer
 * has its own. Keras takes the default from its configuration file; here it is always {@link #CHANNELS_LAST}.
 */
public enum DataFormat {
    /**
     * Channels are the last dimension: {@code [height, width, channels]}, {@code [steps, channels]}. Keras's
     * {@code channels_last}, TensorFlow's {@code NHWC}.
     */
    CHANNELS_LAST,

    /**
     * Channels are the first dimension of the sample: {@code [channels, height, width]}, {@code [channels, steps]}.
     * Keras's {@code channels_first}, {@code NCHW}.
     *
     * <p>Shapes in the documentation of layers are those of {@link #CHANNELS_LAST}; here the channels move to the
     * front. A {@link BatchNormalization} on such values needs {@code axis = 1}.
     */
    CHANNELS_FIRST
}
