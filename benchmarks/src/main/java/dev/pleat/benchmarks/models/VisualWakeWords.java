package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;
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
 * MLPerf Tiny's visual wake words: MobileNetV1 of a quarter of the width.
 *
 * @param image the pixels
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param b1 48 by 48
 * @param b2 24 by 24
 * @param b3 24 by 24
 * @param b4 12 by 12
 * @param b5 12 by 12
 * @param b6 6 by 6
 * @param b7 6 by 6
 * @param b8 6 by 6
 * @param b9 6 by 6
 * @param b10 6 by 6
 * @param b11 6 by 6
 * @param b12 3 by 3
 * @param b13 3 by 3
 * @param pool the mean
 * @param person the probability of nobody and somebody
 */
@Model
public record VisualWakeWords(
        @Input({96, 96, 3}) Layer image,

        @Conv2D(filters = 8, kernelSize = 3, strides = 2, padding = SAME)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @SeparableTiny(filters = 16) Layer b1,
        @SeparableTiny(filters = 32, strides = 2) Layer b2,
        @SeparableTiny(filters = 32) Layer b3,
        @SeparableTiny(filters = 64, strides = 2) Layer b4,
        @SeparableTiny(filters = 64) Layer b5,
        @SeparableTiny(filters = 128, strides = 2) Layer b6,
        @SeparableTiny(filters = 128) Layer b7,
        @SeparableTiny(filters = 128) Layer b8,
        @SeparableTiny(filters = 128) Layer b9,
        @SeparableTiny(filters = 128) Layer b10,
        @SeparableTiny(filters = 128) Layer b11,
        @SeparableTiny(filters = 256, strides = 2) Layer b12,
        @SeparableTiny(filters = 256) Layer b13,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 2, activation = SOFTMAX) Layer person) {}
