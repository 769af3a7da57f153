package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 1 by 1 convolution of 172 channels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Pointwise14x172(
        @Input({14, 14, 172}) Layer x,

        @Conv2D(filters = 172, kernelSize = 1, activation = RELU)
        Layer y) {}
