package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.From;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.To;
import dev.pleat.ZeroPadding2D;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** ResNet-18's block that changes the shape. */
@Block(BasicDown.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface BasicDown {

    /** {@return the number of channels that come out} */
    @To({"first.filters", "second.filters", "shortcut.filters"})
    int filters();

    /** {@return the distance between windows, in both directions} */
    @To({"first.strides", "shortcut.strides"})
    int strides();

    /**
     * The layers of the block.
     *
     * @param x what the block is given
     * @param firstPad PyTorch's padding
     * @param first the first convolution
     * @param firstNorm its batch norm
     * @param firstRelu its activation
     * @param secondPad PyTorch's padding
     * @param second the second
     * @param secondNorm its batch norm
     * @param shortcut {@code x} in the shape of the other
     * @param shortcutNorm its batch norm
     * @param sum both
     * @param relu the activation of the sum
     */
    record Body(
            @Input Layer x,
            @ZeroPadding2D(1) Layer firstPad,

            @Conv2D(filters = GIVEN, kernelSize = 3, useBias = false)
            Layer first,

            @BatchNormalization(epsilon = 1e-5) Layer firstNorm,
            @Activation(RELU) Layer firstRelu,
            @ZeroPadding2D(1) Layer secondPad,

            @Conv2D(filters = GIVEN, kernelSize = 3, useBias = false)
            Layer second,

            @BatchNormalization(epsilon = 1e-5) Layer secondNorm,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false) @From("x")
            Layer shortcut,

            @BatchNormalization(epsilon = 1e-5) Layer shortcutNorm,
            @Add({"shortcutNorm", "secondNorm"}) Layer sum,
            @Activation(RELU) Layer relu) {}
}
