package dev.pleat.examples.digits;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;

import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;
import dev.pleat.Rescaling;

/**
 * A convolutional network that tells digits apart, with the norm behind the activation.
 *
 * <p>Between convolution and norm is a relu, so the norm must not be folded into the convolution; what Pleat does
 * instead costs nothing either.
 *
 * @param image the pixels from 0, the background, to 255
 * @param scaled the pixels from 0 to 1
 * @param conv 32 features of each 3 by 3 pixels
 * @param norm their batch norm
 * @param pool the largest of each 2 by 2
 * @param flat all of them in a row
 * @param digit the probability of each digit
 */
@Model
public record DigitsCnn(
        @Input({28, 28, 1}) Layer image,
        @Rescaling(scale = 1 / 255.) Layer scaled,

        @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
        Layer conv,

        @BatchNormalization Layer norm,
        @MaxPooling2D Layer pool,
        @Flatten Layer flat,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
