package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.DepthwiseConv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A depthwise convolution over every second pixel.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Depthwise56x128Stride2(
        @Input({56, 56, 128}) Layer x,

        @DepthwiseConv2D(kernelSize = 3, padding = SAME, strides = 2, activation = RELU)
        Layer y) {}
