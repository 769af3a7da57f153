package dev.pleat;

/** An activation function. */
public enum ActivationFunction {
    /** The function linear. */
    LINEAR,

    /** The function relu. */
    RELU,

    /** The function relu6. */
    RELU6,

    /** The function leaky_relu. */
    LEAKY_RELU,

    /** The function elu. */
    ELU,

    /** The function selu. */
    SELU,

    /** The function gelu. */
    GELU,

    /** The function gelu_tanh. */
    GELU_TANH,

    /** The function sigmoid. */
    SIGMOID,

    /** The function hard_sigmoid. */
    HARD_SIGMOID,

    /** The function hard_sigmoid_keras2. */
    HARD_SIGMOID_KERAS2,

    /** The function tanh. */
    TANH,

    /** The function softplus. */
    SOFTPLUS,

    /** The function softsign. */
    SOFTSIGN,

    /** The function swish. */
    SWISH,

    /** The function silu. */
    SILU,

    /** The function hard_swish. */
    HARD_SWISH,

    /** The function mish. */
    MISH,

    /** The function exponential. */
    EXPONENTIAL,

    /** The function softmax. */
    SOFTMAX
}
