package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 3 by 3 convolution.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Conv14x256(
        @Input({14, 14, 256}) Layer x,

        @Conv2D(filters = 256, kernelSize = 3, padding = SAME, activation = RELU)
        Layer y) {}
