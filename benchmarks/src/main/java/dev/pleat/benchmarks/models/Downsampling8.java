package dev.pleat.benchmarks.models;

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

/** ResNet-8's block that halves height and width; its shortcut has no batch norm. */
@Block(Downsampling8.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Downsampling8 {

    /** {@return the number of channels that come out} */
    @To({"first.filters", "second.filters", "shortcut.filters"})
    int filters();

    /**
     * The layers of the block.
     *
     * @param x what the block is given
     * @param first the first convolution
     * @param firstNorm its batch norm
     * @param firstRelu its activation
     * @param second the second
     * @param secondNorm its batch norm
     * @param shortcut {@code x} in the shape of the other
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

            @Conv2D(filters = GIVEN, kernelSize = 1, strides = 2) @From("x")
            Layer shortcut,

            @Add({"shortcut", "secondNorm"}) Layer sum,
            @Activation(RELU) Layer relu) {}
}
