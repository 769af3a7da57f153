package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Layer;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The block of MLPerf Tiny's MobileNet: a depthwise 3 by 3, then a pointwise convolution, with biases. */
@Block(SeparableTiny.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface SeparableTiny {

    /** {@return the number of channels that come out} */
    @To("pointwise.filters")
    int filters();

    /** {@return the distance between windows, in both directions} */
    @To("depthwise.strides")
    int strides() default 1;

    /**
     * The layers of the block.
     *
     * @param depthwise the convolution of each channel
     * @param depthwiseNorm its batch norm
     * @param depthwiseRelu its activation
     * @param pointwise the convolution that mixes channels
     * @param pointwiseNorm its batch norm
     * @param pointwiseRelu its activation
     */
    record Body(
            @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer depthwise,
            @BatchNormalization Layer depthwiseNorm,
            @Activation(RELU) Layer depthwiseRelu,
            @Conv2D(filters = GIVEN, kernelSize = 1) Layer pointwise,
            @BatchNormalization Layer pointwiseNorm,
            @Activation(RELU) Layer pointwiseRelu) {}
}
