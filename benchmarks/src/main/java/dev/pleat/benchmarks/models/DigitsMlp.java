package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;

import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * Two dense layers, which tell digits apart.
 *
 * @param pixels the pixels from 0 to 1
 * @param hidden the hidden layer
 * @param digit the probability of each digit
 */
@Model
public record DigitsMlp(
        @Input(784) Layer pixels,
        @Dense(units = 128, activation = RELU) Layer hidden,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
