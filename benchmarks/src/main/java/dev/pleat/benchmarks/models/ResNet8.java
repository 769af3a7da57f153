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
 * MLPerf Tiny's image classification: ResNet-8.
 *
 * @param image the pixels
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param b1 32 by 32
 * @param b2 16 by 16
 * @param b3 8 by 8
 * @param pool the mean
 * @param label the probability of each class
 */
@Model
public record ResNet8(
        @Input({32, 32, 3}) Layer image,

        @Conv2D(filters = 16, kernelSize = 3, padding = SAME)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @Residual8(filters = 16) Layer b1,
        @Downsampling8(filters = 32) Layer b2,
        @Downsampling8(filters = 64) Layer b3,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 10, activation = SOFTMAX) Layer label) {}
