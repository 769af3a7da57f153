package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU6;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** MobileNetV2's block that keeps the shape: what it makes is added to what it was given. */
@Block(InvertedSum.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface InvertedSum {

    /** {@return the channels within} */
    @To("expand.filters")
    int expansion();

    /** {@return the number of channels that come out} */
    @To("project.filters")
    int filters();

    /**
     * The layers of the block.
     *
     * @param x what the block is given
     * @param expand the convolution to more channels
     * @param expandNorm its batch norm
     * @param expandRelu its activation
     * @param depthwise the convolution of each channel
     * @param depthwiseNorm its batch norm
     * @param depthwiseRelu its activation
     * @param project the convolution to fewer channels
     * @param projectNorm its batch norm
     * @param sum both
     */
    record Body(
            @Input Layer x,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false)
            Layer expand,

            @BatchNormalization Layer expandNorm,
            @Activation(RELU6) Layer expandRelu,

            @DepthwiseConv2D(kernelSize = 3, padding = SAME, useBias = false)
            Layer depthwise,

            @BatchNormalization Layer depthwiseNorm,
            @Activation(RELU6) Layer depthwiseRelu,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false)
            Layer project,

            @BatchNormalization Layer projectNorm,
            @Add({"x", "projectNorm"}) Layer sum) {}
}
