package dev.pleat.benchmarks.kernels;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.DepthwiseConv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A depthwise convolution of many channels.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Depthwise14x512(
        @Input({14, 14, 512}) Layer x,

        @DepthwiseConv2D(kernelSize = 3, padding = SAME, activation = RELU)
        Layer y) {}
