package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A 3 by 3 convolution of 26 channels, no multiple of any vector.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Conv20x26(
        @Input({20, 20, 26}) Layer x,

        @Conv2D(filters = 26, kernelSize = 3, padding = SAME, activation = RELU)
        Layer y) {}
