package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.AveragePooling2D;
import dev.pleat.ContribBatchNorm;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Reshape;
import dev.pleat.Softmax;

/** The small DS-CNN of ML-KWS-for-MCU, as its frozen graph of TensorFlow 1 says. */
@Model
record FrozenDsCnn(
        @Input(490) Layer speech,
        @Reshape({49, 10, 1}) Layer frames,

        @Conv2D(
                filters = 64,
                kernelSize = {10, 4},
                strides = 2,
                padding = SAME)
        Layer conv1,

        @ContribBatchNorm(activationFn = RELU) Layer conv1Norm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw1,
        @ContribBatchNorm(activationFn = RELU) Layer dw1Norm,

        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw1,

        @ContribBatchNorm(activationFn = RELU) Layer pw1Norm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw2,
        @ContribBatchNorm(activationFn = RELU) Layer dw2Norm,

        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw2,

        @ContribBatchNorm(activationFn = RELU) Layer pw2Norm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw3,
        @ContribBatchNorm(activationFn = RELU) Layer dw3Norm,

        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw3,

        @ContribBatchNorm(activationFn = RELU) Layer pw3Norm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw4,
        @ContribBatchNorm(activationFn = RELU) Layer dw4Norm,

        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw4,

        @ContribBatchNorm(activationFn = RELU) Layer pw4Norm,

        @AveragePooling2D(
                poolSize = {25, 5},
                strides = 2)
        Layer pool,

        @Reshape(64) Layer squeezed,
        @Output @Dense(units = 12) Layer logits,
        @Softmax Layer word) {}
