package golden;

import dev.pleat.*;

@Model
record ActivationNet(
        @Input(6) Layer x,
        @Activation(ActivationFunction.RELU) Layer relu,
        @Activation(ActivationFunction.RELU6) Layer relu6,
        @Activation(value = ActivationFunction.LEAKY_RELU, negativeSlope = 0.1) Layer leaky_relu,
        @Activation(value = ActivationFunction.ELU, alpha = 2) Layer elu,
        @Activation(ActivationFunction.SELU) Layer selu,
        @Activation(ActivationFunction.GELU) Layer gelu,
        @Activation(ActivationFunction.GELU_TANH) Layer gelu_tanh,
        @Activation(ActivationFunction.SIGMOID) Layer sigmoid,
        @Activation(ActivationFunction.HARD_SIGMOID) Layer hard_sigmoid,
        @Activation(ActivationFunction.HARD_SIGMOID_KERAS2) Layer hard_sigmoid_keras2,
        @Activation(ActivationFunction.TANH) Layer tanh,
        @Activation(ActivationFunction.SOFTPLUS) Layer softplus,
        @Activation(ActivationFunction.SOFTSIGN) Layer softsign,
        @Activation(ActivationFunction.SWISH) Layer swish,
        @Activation(ActivationFunction.HARD_SWISH) Layer hard_swish,
        @Activation(ActivationFunction.MISH) Layer mish,
        @Activation(ActivationFunction.EXPONENTIAL) Layer exponential,
        @Activation(ActivationFunction.SOFTMAX) Layer softmax) {}
