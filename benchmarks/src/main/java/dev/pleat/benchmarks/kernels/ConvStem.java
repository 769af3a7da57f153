package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Conv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * The first convolution of a ResNet.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record ConvStem(
        @Input({230, 230, 3}) Layer x,

        @Conv2D(filters = 64, kernelSize = 7, strides = 2, activation = RELU)
        Layer y) {}
