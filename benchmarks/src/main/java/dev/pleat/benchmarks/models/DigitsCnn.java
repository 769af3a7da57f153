package dev.pleat.benchmarks.models;

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

/**
 * A small convolutional network, which tells digits apart; its norm stands behind the activation.
 *
 * @param image the pixels from 0 to 1
 * @param conv 32 features
 * @param norm its batch norm
 * @param pool the largest of each 2 by 2
 * @param flat all of them in a row
 * @param digit the probability of each digit
 */
@Model
public record DigitsCnn(
        @Input({28, 28, 1}) Layer image,

        @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
        Layer conv,

        @BatchNormalization Layer norm,
        @MaxPooling2D(2) Layer pool,
        @Flatten Layer flat,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
