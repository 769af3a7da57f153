package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 1 by 1 convolution of many channels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Pointwise14x512(
        @Input({14, 14, 512}) Layer x,

        @Conv2D(filters = 512, kernelSize = 1, activation = RELU)
        Layer y) {}
