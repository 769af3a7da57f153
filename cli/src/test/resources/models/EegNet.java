package models;

import static dev.pleat.ActivationFunction.ELU;
import static dev.pleat.ActivationFunction.SOFTMAX;
import static dev.pleat.DataFormat.CHANNELS_FIRST;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.AveragePooling2D;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Dropout;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.SeparableConv2D;

/** EEGNet as its authors wrote it; the weights are a Keras file without layers. */
@Model
record EegNet(
        @Input({1, 60, 151}) Layer signal,
        @Conv2D(filters = 8, kernelSize = {1, 32}, padding = SAME, useBias = false, dataFormat = CHANNELS_FIRST) Layer conv2d,
        @BatchNormalization(axis = 1) Layer batch_normalization,
        @DepthwiseConv2D(kernelSize = {60, 1}, depthMultiplier = 2, useBias = false, dataFormat = CHANNELS_FIRST) Layer depthwise_conv2d,
        @BatchNormalization(axis = 1) Layer batch_normalization_1,
        @Activation(ELU) Layer activation,
        @AveragePooling2D(poolSize = {1, 4}, dataFormat = CHANNELS_FIRST) Layer pool,
        @Dropout(0.5) Layer dropout,
        @SeparableConv2D(filters = 16, kernelSize = {1, 16}, padding = SAME, useBias = false, dataFormat = CHANNELS_FIRST) Layer separable_conv2d,
        @BatchNormalization(axis = 1) Layer batch_normalization_2,
        @Activation(ELU) Layer activation_1,
        @AveragePooling2D(poolSize = {1, 8}, dataFormat = CHANNELS_FIRST) Layer pool_1,
        @Dropout(0.5) Layer dropout_1,
        @Flatten(dataFormat = CHANNELS_FIRST) Layer flatten,
        @Dense(units = 4, activation = SOFTMAX) Layer dense) {}
