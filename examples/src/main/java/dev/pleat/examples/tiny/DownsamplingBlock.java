package dev.pleat.examples.tiny;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.From;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The block of ResNet that halves height and width: its shortcut is a 1 by 1 convolution, without batch norm. */
@Block(DownsamplingBlock.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface DownsamplingBlock {

    /** {@return the number of channels that come out} */
    @To({"first.filters", "second.filters", "shortcut.filters"})
    int filters();

    /**
     * The layers of the block.
     *
     * @param x what the block is given
     * @param first the first convolution, over every second row and column
     * @param firstNorm its batch norm
     * @param firstRelu its activation
     * @param second the second convolution
     * @param secondNorm its batch norm
     * @param shortcut {@code x} in the shape of the others
     * @param sum both
     * @param relu the activation of the sum
     */
    record Body(
            @Input Layer x,

            @Conv2D(filters = GIVEN, kernelSize = 3, strides = 2, padding = SAME)
            Layer first,

            @BatchNormalization Layer firstNorm,
            @Activation(RELU) Layer firstRelu,

            @Conv2D(filters = GIVEN, kernelSize = 3, padding = SAME)
            Layer second,

            @BatchNormalization Layer secondNorm,

            @Conv2D(filters = GIVEN, kernelSize = 1, strides = 2, padding = SAME) @From("x")
            Layer shortcut,

            @Add({"shortcut", "secondNorm"}) Layer sum,
            @Activation(RELU) Layer relu) {}
}
