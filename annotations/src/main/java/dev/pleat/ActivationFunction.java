package dev.pleat;

/**
 * An activation function, by its name in Keras.
 *
 * <p>All work element by element but {@link #SOFTMAX}, on float32. {@link #LEAKY_RELU} and {@link #ELU} take their
 * parameter from the annotation that names them.
 *
 * <pre>{@code
 * @Dense(units = 64, activation = RELU) Layer hidden,
 * }</pre>
 */
public enum ActivationFunction {
    /** No function: {@code x}. Keras's {@code linear}, or {@code activation=None}. */
    LINEAR,

    /** The rectifier: {@code max(x, 0)}. Keras's {@code relu} with its defaults. */
    RELU,

    /** The rectifier bounded by 6: {@code min(max(x, 0), 6)}. Keras's {@code relu6}, {@code tf.nn.relu6}. */
    RELU6,

    /**
     * The leaky rectifier: {@code x} for {@code x >= 0}, {@code negativeSlope * x} elsewhere. Keras's
     * {@code leaky_relu}.
     *
     * <p>The slope is 0.2 by default, as in {@code tf.nn.leaky_relu}; the layer {@link LeakyReLU} has 0.3, PyTorch
     * 0.01.
     */
    LEAKY_RELU,

    /**
     * The exponential linear unit: {@code x} for {@code x > 0}, {@code alpha * (exp(x) - 1)} elsewhere. Keras's
     * {@code elu}, whose {@code alpha} is 1 by default.
     */
    ELU,

    /**
     * The scaled exponential linear unit: {@code 1.05070098 * ELU(x)} with {@code alpha = 1.67326324}. Keras's
     * {@code selu}.
     */
    SELU,

    /**
     * The exact Gaussian error linear unit: {@code x * (1 + erf(x / sqrt(2))) / 2}. Keras's {@code gelu}, exact by
     * default in Keras and PyTorch.
     */
    GELU,

    /**
     * The Gaussian error linear unit, approximated: {@code x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) / 2}.
     * Keras's {@code gelu} with {@code approximate=True}, the form of the first BERT and GPT models.
     */
    GELU_TANH,

    /** The logistic function: {@code 1 / (1 + exp(-x))}. Keras's {@code sigmoid}. */
    SIGMOID,

    /**
     * The logistic function in three straight pieces, as Keras 3 and PyTorch have it:
     * {@code min(max(x + 3, 0), 6) / 6}.
     *
     * <p>Keras's {@code hard_sigmoid}. In Keras 2 that name is {@link #HARD_SIGMOID_KERAS2}, another function: models
     * saved there need that one.
     */
    HARD_SIGMOID,

    /**
     * The logistic function in three straight pieces, as Keras 1 and 2 have it: {@code min(max(0.2 * x + 0.5, 0), 1)}.
     *
     * <p>Keras 2's {@code hard_sigmoid}; in Keras 3 that name is {@link #HARD_SIGMOID}.
     */
    HARD_SIGMOID_KERAS2,

    /** The hyperbolic tangent: {@code tanh(x)}. Keras's {@code tanh}. */
    TANH,

    /** The soft rectifier: {@code log(1 + exp(x))}, without overflow for large {@code x}. Keras's {@code softplus}. */
    SOFTPLUS,

    /** The soft sign: {@code x / (1 + |x|)}. Keras's {@code softsign}. */
    SOFTSIGN,

    /** Swish: {@code x / (1 + exp(-x))}. Keras's {@code swish}; the same as {@link #SILU}. */
    SWISH,

    /** The sigmoid linear unit: {@code x / (1 + exp(-x))}. Keras's {@code silu}; the same as {@link #SWISH}. */
    SILU,

    /**
     * Swish in pieces: {@code x * min(max(x + 3, 0), 6) / 6}. Keras 3's {@code hard_silu}, also {@code hard_swish};
     * MobileNetV3's h-swish.
     */
    HARD_SWISH,

    /** Mish: {@code x * tanh(log(1 + exp(x)))}. Keras's {@code mish}. */
    MISH,

    /** The exponential function: {@code exp(x)}. Keras's {@code exponential}. */
    EXPONENTIAL,

    /**
     * Softmax over the last axis: {@code exp(x) / sum(exp(x))}. Keras's {@code softmax}.
     *
     * <p>The largest value is subtracted first. The axis is the last one always, so of an image with
     * {@link DataFormat#CHANNELS_FIRST} it is the width; {@link Softmax} takes other axes.
     */
    SOFTMAX
}
