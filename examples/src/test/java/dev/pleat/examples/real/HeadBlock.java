package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.CHANNELS_FIRST;

import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.Layer;
import dev.pleat.Permute;
import dev.pleat.Reshape;
import dev.pleat.To;
import dev.pleat.ZeroPadding2D;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A head of the detector: some numbers for each anchor. */
@Block(HeadBlock.Body.class)
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
@interface HeadBlock {
    @To("pointwise.filters")
    int filters();

    @To("anchors.targetShape")
    int[] shape();

    record Body(
            @ZeroPadding2D(value = 1, dataFormat = CHANNELS_FIRST)
            Layer padded,

            @DepthwiseConv2D(kernelSize = 3, activation = RELU, dataFormat = CHANNELS_FIRST)
            Layer depthwise,

            @Conv2D(filters = GIVEN, kernelSize = 1, dataFormat = CHANNELS_FIRST)
            Layer pointwise,

            @Permute({2, 3, 1}) Layer channelsLast,
            @Reshape(targetShape = {}) Layer anchors) {}
}
