package dev.pleat.examples.tiny;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.AveragePooling2D;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Softmax;

/**
 * MLPerf Tiny's visual wake words: MobileNetV1 of a quarter of the width, which tells whether somebody is in the
 * picture.
 *
 * @param image the pixels from 0 to 1
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
 * @param pool the mean over the picture
 * @param flat without the dimensions of size 1
 * @param logits both answers before softmax
 * @param person the probability of nobody and somebody
 */
@Model
public record VisualWakeWords(
        @Input({96, 96, 3}) Layer image,

        @Conv2D(filters = 8, kernelSize = 3, strides = 2, padding = SAME)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @SeparableBlock(filters = 16) Layer b1,
        @SeparableBlock(filters = 32, strides = 2) Layer b2,
        @SeparableBlock(filters = 32) Layer b3,
        @SeparableBlock(filters = 64, strides = 2) Layer b4,
        @SeparableBlock(filters = 64) Layer b5,
        @SeparableBlock(filters = 128, strides = 2) Layer b6,
        @SeparableBlock(filters = 128) Layer b7,
        @SeparableBlock(filters = 128) Layer b8,
        @SeparableBlock(filters = 128) Layer b9,
        @SeparableBlock(filters = 128) Layer b10,
        @SeparableBlock(filters = 128) Layer b11,
        @SeparableBlock(filters = 256, strides = 2) Layer b12,
        @SeparableBlock(filters = 256) Layer b13,
        @AveragePooling2D(3) Layer pool,
        @Flatten Layer flat,
        @Output @Dense(units = 2) Layer logits,
        @Softmax Layer person) {}
