package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 1 by 1 convolution of many pixels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Pointwise112x32(
        @Input({112, 112, 32}) Layer x,

        @Conv2D(filters = 64, kernelSize = 1, activation = RELU)
        Layer y) {}
