package dev.pleat.examples.digits;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Rescaling;

/**
 * A network of two dense layers that tells digits apart, with the norm before the activation.
 *
 * <p>It was trained on pixels from 0 to 1. The rescaling lets it take pixels from 0 to 255, floats or bytes, and costs
 * nothing: it is folded into the weights of {@code hidden}, as the norm is.
 *
 * @param image the pixels from 0, the background, to 255
 * @param scaled the pixels from 0 to 1
 * @param hidden the hidden layer
 * @param norm its batch norm
 * @param relu its activation
 * @param digit the probability of each digit
 */
@Model
public record DigitsMlp(
        @Input(784) Layer image,
        @Rescaling(scale = 1 / 255.) Layer scaled,
        @Dense(units = 128) Layer hidden,
        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
