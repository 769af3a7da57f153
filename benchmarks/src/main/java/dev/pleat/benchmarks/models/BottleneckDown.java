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

/** ResNet-50's block that changes the shape. */
@Block(BottleneckDown.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface BottleneckDown {

    /** {@return the number of channels within} */
    @To({"first.filters", "second.filters"})
    int inner();

    /** {@return the number of channels that come out} */
    @To({"third.filters", "shortcut.filters"})
    int filters();

    /** {@return the distance between windows, in both directions} */
    @To({"second.strides", "shortcut.strides"})
    int strides();

    /**
     * The layers of the block.
     *
     * @param x what the block is given
     * @param first the convolution to fewer channels
     * @param firstNorm its batch norm
     * @param firstRelu its activation
     * @param secondPad PyTorch's padding
     * @param second the convolution of 3 by 3
     * @param secondNorm its batch norm
     * @param secondRelu its activation
     * @param third the convolution to more channels
     * @param thirdNorm its batch norm
     * @param shortcut {@code x} in the shape of the other
     * @param shortcutNorm its batch norm
     * @param sum both
     * @param relu the activation of the sum
     */
    record Body(
            @Input Layer x,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false)
            Layer first,

            @BatchNormalization(epsilon = 1e-5) Layer firstNorm,
            @Activation(RELU) Layer firstRelu,
            @ZeroPadding2D(1) Layer secondPad,

            @Conv2D(filters = GIVEN, kernelSize = 3, useBias = false)
            Layer second,

            @BatchNormalization(epsilon = 1e-5) Layer secondNorm,
            @Activation(RELU) Layer secondRelu,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false)
            Layer third,

            @BatchNormalization(epsilon = 1e-5) Layer thirdNorm,

            @Conv2D(filters = GIVEN, kernelSize = 1, useBias = false) @From("x")
            Layer shortcut,

            @BatchNormalization(epsilon = 1e-5) Layer shortcutNorm,
            @Add({"shortcutNorm", "thirdNorm"}) Layer sum,
            @Activation(RELU) Layer relu) {}
}
