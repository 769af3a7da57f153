package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.DepthwiseConv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A depthwise convolution of many pixels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Depthwise112x32(
        @Input({112, 112, 32}) Layer x,

        @DepthwiseConv2D(kernelSize = 3, padding = SAME, activation = RELU)
        Layer y) {}
