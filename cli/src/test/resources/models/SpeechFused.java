package models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** DS-CNN for 20 words, whose norms its authors folded into the weights; the weights are a checkpoint. */
@Model
record SpeechFused(
        @Input({49, 13, 1}) Layer speech,
        @Conv2D(filters = 64, kernelSize = {10, 4}, strides = 2, padding = SAME) Layer conv_1,
        @Activation(RELU) Layer conv_1Relu,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_1_dw_conv,
        @Activation(RELU) Layer conv_ds_1_dw_convRelu,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_1_pw_conv,
        @Activation(RELU) Layer conv_ds_1_pw_convRelu,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_2_dw_conv,
        @Activation(RELU) Layer conv_ds_2_dw_convRelu,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_2_pw_conv,
        @Activation(RELU) Layer conv_ds_2_pw_convRelu,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_3_dw_conv,
        @Activation(RELU) Layer conv_ds_3_dw_convRelu,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_3_pw_conv,
        @Activation(RELU) Layer conv_ds_3_pw_convRelu,
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer conv_ds_4_dw_conv,
        @Activation(RELU) Layer conv_ds_4_dw_convRelu,
        @Conv2D(filters = 64, kernelSize = 1) Layer conv_ds_4_pw_conv,
        @Activation(RELU) Layer conv_ds_4_pw_convRelu,
        @GlobalAveragePooling2D Layer pool,
        @Dense(units = 22, activation = SOFTMAX) Layer fc1) {}
