package dev.pleat.examples.tiny;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.AveragePooling2D;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Dropout;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Softmax;

/**
 * MLPerf Tiny's keyword spotting: a DS-CNN that knows twelve words.
 *
 * @param speech 49 frames of 10 coefficients of the mel spectrum
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param drop without effect after training
 * @param b1 a separable convolution
 * @param b2 a separable convolution
 * @param b3 a separable convolution
 * @param b4 a separable convolution
 * @param drop2 without effect after training
 * @param pool the mean over time and frequency
 * @param flat without the dimensions of size 1
 * @param logits the words before softmax
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
        @Dropout(0.2) Layer drop,
        @SeparableBlock(filters = 64) Layer b1,
        @SeparableBlock(filters = 64) Layer b2,
        @SeparableBlock(filters = 64) Layer b3,
        @SeparableBlock(filters = 64) Layer b4,
        @Dropout(0.4) Layer drop2,
        @AveragePooling2D({25, 5}) Layer pool,
        @Flatten Layer flat,
        @Output @Dense(units = 12) Layer logits,
        @Softmax Layer word) {}
