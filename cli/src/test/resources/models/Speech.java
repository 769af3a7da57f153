package models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;
import static dev.pleat.Padding.SAME;

import dev.pleat.ContribBatchNorm;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** DS-CNN for 20 words, as it was trained with TensorFlow 1 and slim; the weights are a checkpoint. */
@Model
record Speech(
        @Input({49, 13, 1}) Layer speech,
        @Conv2D(filters = 64, kernelSize = {10, 4}, strides = 2, padding = SAME) Layer conv_1,
        @ContribBatchNorm(activationFn = RELU) Layer conv_1Norm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_1_dw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_1_dw_convNorm,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_1_pw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_1_pw_convNorm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_2_dw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_2_dw_convNorm,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_2_pw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_2_pw_convNorm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_3_dw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_3_dw_convNorm,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_3_pw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_3_pw_convNorm,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_4_dw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_4_dw_convNorm,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_4_pw_conv,
        @ContribBatchNorm(activationFn = RELU) Layer conv_ds_4_pw_convNorm,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 22, activation = SOFTMAX) Layer fc1) {}
