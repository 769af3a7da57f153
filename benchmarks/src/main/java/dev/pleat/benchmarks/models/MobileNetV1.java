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
 * MobileNetV1 of full width.
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
 * @param b6 14 by 14
 * @param b7 14 by 14
 * @param b8 14 by 14
 * @param b9 14 by 14
 * @param b10 14 by 14
 * @param b11 14 by 14
 * @param b12 7 by 7
 * @param b13 7 by 7
 * @param pool the mean
 * @param logits the classes
 */
@Model
public record MobileNetV1(
        @Input({224, 224, 3}) Layer image,

        @Conv2D(filters = 32, kernelSize = 3, strides = 2, padding = SAME, useBias = false)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU6) Layer relu,
        @Separable(filters = 64) Layer b1,
        @Separable(filters = 128, strides = 2) Layer b2,
        @Separable(filters = 128) Layer b3,
        @Separable(filters = 256, strides = 2) Layer b4,
        @Separable(filters = 256) Layer b5,
        @Separable(filters = 512, strides = 2) Layer b6,
        @Separable(filters = 512) Layer b7,
        @Separable(filters = 512) Layer b8,
        @Separable(filters = 512) Layer b9,
        @Separable(filters = 512) Layer b10,
        @Separable(filters = 512) Layer b11,
        @Separable(filters = 1024, strides = 2) Layer b12,
        @Separable(filters = 1024) Layer b13,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 1000) Layer logits) {}
