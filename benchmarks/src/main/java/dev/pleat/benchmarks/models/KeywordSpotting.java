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
 * MLPerf Tiny's keyword spotting: a DS-CNN.
 *
 * @param speech 49 frames of 10 coefficients
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param b1 25 by 5
 * @param b2 25 by 5
 * @param b3 25 by 5
 * @param b4 25 by 5
 * @param pool the mean
 * @param word the probability of each word
 */
@Model
public record KeywordSpotting(
        @Input({49, 10, 1}) Layer speech,

        @Conv2D(
                filters = 64,
                kernelSize = {10, 4},
                strides = 2,
                padding = SAME)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @SeparableTiny(filters = 64) Layer b1,
        @SeparableTiny(filters = 64) Layer b2,
        @SeparableTiny(filters = 64) Layer b3,
        @SeparableTiny(filters = 64) Layer b4,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 12, activation = SOFTMAX) Layer word) {}
