package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU6;
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

/** MobileNetV2's first block: a depthwise 3 by 3, then a projection without an activation. */
@Block(Expanded.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Expanded {

    /** {@return the number of channels that come out} */
    @To("project.filters")
    int filters();

    /**
     * The layers of the block.
     *
     * @param depthwise the convolution of each channel
     * @param depthwiseNorm its batch norm
     * @param depthwiseRelu its activation
     * @param project the convolution to fewer channels
     * @param projectNorm its batch norm
     */
    record Body(
            @DepthwiseConv2D(kernelSize = 3, padding = SAME, useBias = false)
            Layer depthwise,

            @BatchNormalization Layer depthwiseNorm,
            @Activation(RELU6) Layer depthwiseRelu,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false)
            Layer project,

            @BatchNormalization Layer projectNorm) {}
}
