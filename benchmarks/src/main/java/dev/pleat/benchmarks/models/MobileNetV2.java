package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU6;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * MobileNetV2 of full width.
 *
 * @param image the pixels
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param b1 112 by 112
 * @param b2 56 by 56
 * @param b3 56 by 56
 * @param b4 28 by 28
 * @param b5 28 by 28
 * @param b6 28 by 28
 * @param b7 14 by 14
 * @param b8 14 by 14
 * @param b9 14 by 14
 * @param b10 14 by 14
 * @param b11 14 by 14
 * @param b12 14 by 14
 * @param b13 14 by 14
 * @param b14 7 by 7
 * @param b15 7 by 7
 * @param b16 7 by 7
 * @param b17 7 by 7
 * @param last the last convolution
 * @param lastNorm its batch norm
 * @param lastRelu its activation
 * @param pool the mean
 * @param logits the classes
 */
@Model
public record MobileNetV2(
        @Input({224, 224, 3}) Layer image,

        @Conv2D(filters = 32, kernelSize = 3, strides = 2, padding = SAME, useBias = false)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU6) Layer relu,
        @Expanded(filters = 16) Layer b1,
        @Inverted(expansion = 96, filters = 24, strides = 2) Layer b2,
        @InvertedSum(expansion = 144, filters = 24) Layer b3,

        @Inverted(expansion = 144, filters = 32, strides = 2)
        Layer b4,

        @InvertedSum(expansion = 192, filters = 32) Layer b5,
        @InvertedSum(expansion = 192, filters = 32) Layer b6,

        @Inverted(expansion = 192, filters = 64, strides = 2)
        Layer b7,

        @InvertedSum(expansion = 384, filters = 64) Layer b8,
        @InvertedSum(expansion = 384, filters = 64) Layer b9,
        @InvertedSum(expansion = 384, filters = 64) Layer b10,
        @Inverted(expansion = 384, filters = 96) Layer b11,
        @InvertedSum(expansion = 576, filters = 96) Layer b12,
        @InvertedSum(expansion = 576, filters = 96) Layer b13,

        @Inverted(expansion = 576, filters = 160, strides = 2)
        Layer b14,

        @InvertedSum(expansion = 960, filters = 160) Layer b15,
        @InvertedSum(expansion = 960, filters = 160) Layer b16,
        @Inverted(expansion = 960, filters = 320) Layer b17,

        @Conv2D(filters = 1280, kernelSize = 1, useBias = false)
        Layer last,

        @BatchNormalization Layer lastNorm,
        @Activation(RELU6) Layer lastRelu,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 1000) Layer logits) {}
