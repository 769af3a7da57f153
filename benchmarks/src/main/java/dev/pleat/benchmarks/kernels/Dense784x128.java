package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A dense layer whose weights fit the second cache.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Dense784x128(
        @Input(784) Layer x,
        @Dense(units = 128, activation = RELU) Layer y) {}
