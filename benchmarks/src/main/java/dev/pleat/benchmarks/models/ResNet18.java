package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;
import dev.pleat.ZeroPadding2D;

/**
 * ResNet-18.
 *
 * @param image the pixels
 * @param pad PyTorch's padding
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param poolPad PyTorch's padding
 * @param pool1 the first pooling
 * @param b1 56 by 56
 * @param b2 56 by 56
 * @param b3 28 by 28
 * @param b4 28 by 28
 * @param b5 14 by 14
 * @param b6 14 by 14
 * @param b7 7 by 7
 * @param b8 7 by 7
 * @param pool the mean
 * @param logits the classes
 */
@Model
public record ResNet18(
        @Input({224, 224, 3}) Layer image,
        @ZeroPadding2D(3) Layer pad,

        @Conv2D(filters = 64, kernelSize = 7, strides = 2, useBias = false)
        Layer conv,

        @BatchNormalization(epsilon = 1e-5) Layer norm,
        @Activation(RELU) Layer relu,
        @ZeroPadding2D(1) Layer poolPad,
        @MaxPooling2D(poolSize = 3, strides = 2) Layer pool1,
        @Basic(filters = 64) Layer b1,
        @Basic(filters = 64) Layer b2,
        @BasicDown(filters = 128, strides = 2) Layer b3,
        @Basic(filters = 128) Layer b4,
        @BasicDown(filters = 256, strides = 2) Layer b5,
        @Basic(filters = 256) Layer b6,
        @BasicDown(filters = 512, strides = 2) Layer b7,
        @Basic(filters = 512) Layer b8,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 1000) Layer logits) {}
