package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 3 by 3 convolution of few channels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Conv32x16(
        @Input({32, 32, 16}) Layer x,

        @Conv2D(filters = 16, kernelSize = 3, padding = SAME, activation = RELU)
        Layer y) {}
