package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.From;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.SeparableConv2D;
import dev.pleat.Softmax;

/** The mini-XCEPTION of face_classification: separable convolutions, max pooling with padding, residuals. */
@Model
record EmotionXception(
        @Input({48, 48, 1}) Layer input_1,

        @Conv2D(filters = 5, kernelSize = 3, useBias = false)
        Layer conv2d_1,

        @BatchNormalization Layer batch_normalization_1,
        @Activation(RELU) Layer activation_1,

        @Conv2D(filters = 8, kernelSize = 3, useBias = false)
        Layer conv2d_2,

        @BatchNormalization Layer batch_normalization_2,
        @Activation(RELU) Layer activation_2,

        @SeparableConv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_1,

        @BatchNormalization Layer batch_normalization_4,
        @Activation(RELU) Layer activation_3,

        @SeparableConv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_2,

        @BatchNormalization Layer batch_normalization_5,

        @Conv2D(filters = 16, kernelSize = 1, strides = 2, padding = SAME, useBias = false) @From("activation_2")
        Layer conv2d_3,

        @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) @From("batch_normalization_5")
        Layer max_pooling2d_1,

        @BatchNormalization @From("conv2d_3") Layer batch_normalization_3,
        @Add({"max_pooling2d_1", "batch_normalization_3"}) Layer add_1,

        @SeparableConv2D(filters = 32, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_3,

        @BatchNormalization Layer batch_normalization_7,
        @Activation(RELU) Layer activation_4,

        @SeparableConv2D(filters = 32, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_4,

        @BatchNormalization Layer batch_normalization_8,

        @Conv2D(filters = 32, kernelSize = 1, strides = 2, padding = SAME, useBias = false) @From("add_1")
        Layer conv2d_4,

        @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) @From("batch_normalization_8")
        Layer max_pooling2d_2,

        @BatchNormalization @From("conv2d_4") Layer batch_normalization_6,
        @Add({"max_pooling2d_2", "batch_normalization_6"}) Layer add_2,

        @SeparableConv2D(filters = 64, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_5,

        @BatchNormalization Layer batch_normalization_10,
        @Activation(RELU) Layer activation_5,

        @SeparableConv2D(filters = 64, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_6,

        @BatchNormalization Layer batch_normalization_11,

        @Conv2D(filters = 64, kernelSize = 1, strides = 2, padding = SAME, useBias = false) @From("add_2")
        Layer conv2d_5,

        @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) @From("batch_normalization_11")
        Layer max_pooling2d_3,

        @BatchNormalization @From("conv2d_5") Layer batch_normalization_9,
        @Add({"max_pooling2d_3", "batch_normalization_9"}) Layer add_3,

        @SeparableConv2D(filters = 128, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_7,

        @BatchNormalization Layer batch_normalization_13,
        @Activation(RELU) Layer activation_6,

        @SeparableConv2D(filters = 128, kernelSize = 3, padding = SAME, useBias = false)
        Layer separable_conv2d_8,

        @Conv2D(filters = 128, kernelSize = 1, padding = SAME, useBias = false) @From("add_3")
        Layer conv2d_6,

        @BatchNormalization @From("separable_conv2d_8") Layer batch_normalization_14,
        @BatchNormalization @From("conv2d_6") Layer batch_normalization_12,

        @Add({"batch_normalization_14", "batch_normalization_12"})
        Layer add_4,

        @Conv2D(filters = 7, kernelSize = 3, padding = SAME) Layer conv2d_7,
        @Output @GlobalAveragePooling2D Layer global_average_pooling2d_1,
        @Softmax Layer predictions) {}
