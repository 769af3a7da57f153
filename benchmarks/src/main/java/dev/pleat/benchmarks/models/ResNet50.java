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
 * ResNet-50, with strides in the convolutions of 3 by 3.
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
 * @param b3 56 by 56
 * @param b4 28 by 28
 * @param b5 28 by 28
 * @param b6 28 by 28
 * @param b7 28 by 28
 * @param b8 14 by 14
 * @param b9 14 by 14
 * @param b10 14 by 14
 * @param b11 14 by 14
 * @param b12 14 by 14
 * @param b13 14 by 14
 * @param b14 7 by 7
 * @param b15 7 by 7
 * @param b16 7 by 7
 * @param pool the mean
 * @param logits the classes
 */
@Model
public record ResNet50(
        @Input({224, 224, 3}) Layer image,
        @ZeroPadding2D(3) Layer pad,

        @Conv2D(filters = 64, kernelSize = 7, strides = 2, useBias = false)
        Layer conv,

        @BatchNormalization(epsilon = 1e-5) Layer norm,
        @Activation(RELU) Layer relu,
        @ZeroPadding2D(1) Layer poolPad,
        @MaxPooling2D(poolSize = 3, strides = 2) Layer pool1,

        @BottleneckDown(inner = 64, filters = 256, strides = 1)
        Layer b1,

        @Bottleneck(inner = 64, filters = 256) Layer b2,
        @Bottleneck(inner = 64, filters = 256) Layer b3,

        @BottleneckDown(inner = 128, filters = 512, strides = 2)
        Layer b4,

        @Bottleneck(inner = 128, filters = 512) Layer b5,
        @Bottleneck(inner = 128, filters = 512) Layer b6,
        @Bottleneck(inner = 128, filters = 512) Layer b7,

        @BottleneckDown(inner = 256, filters = 1024, strides = 2)
        Layer b8,

        @Bottleneck(inner = 256, filters = 1024) Layer b9,
        @Bottleneck(inner = 256, filters = 1024) Layer b10,
        @Bottleneck(inner = 256, filters = 1024) Layer b11,
        @Bottleneck(inner = 256, filters = 1024) Layer b12,
        @Bottleneck(inner = 256, filters = 1024) Layer b13,

        @BottleneckDown(inner = 512, filters = 2048, strides = 2)
        Layer b14,

        @Bottleneck(inner = 512, filters = 2048) Layer b15,
        @Bottleneck(inner = 512, filters = 2048) Layer b16,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 1000) Layer logits) {}
