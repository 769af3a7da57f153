package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.CHANNELS_FIRST;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Layer;
import dev.pleat.To;
import dev.pleat.ZeroPadding2D;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** PyTorch's block of MobileNet: channels first, and padding of 1 on all sides, also with strides. */
@Block(SlimBlock.Body.class)
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
@interface SlimBlock {
    @To("pointwise.filters")
    int filters();

    @To("depthwise.strides")
    int strides() default 1;

    record Body(
            @ZeroPadding2D(value = 1, dataFormat = CHANNELS_FIRST)
            Layer padded,

            @DepthwiseConv2D(kernelSize = 3, useBias = false, dataFormat = CHANNELS_FIRST)
            Layer depthwise,

            @BatchNormalization(axis = 1, epsilon = 1e-5) Layer depthwiseNorm,
            @Activation(RELU) Layer depthwiseRelu,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false, dataFormat = CHANNELS_FIRST)
            Layer pointwise,

            @BatchNormalization(axis = 1, epsilon = 1e-5) Layer pointwiseNorm,
            @Activation(RELU) Layer pointwiseRelu) {}
}
