package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.Layer;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A convolution of 3 by 3, batch norm, relu. */
@Block(ConvNorm.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface ConvNorm {

    /** {@return the number of channels that come out} */
    @To("conv.filters")
    int filters();

    /**
     * The layers of the block.
     *
     * @param conv the convolution
     * @param norm its batch norm
     * @param relu its activation
     */
    record Body(
            @Conv2D(filters = GIVEN, kernelSize = 3, padding = SAME)
            Layer conv,

            @BatchNormalization(epsilon = 1e-5) Layer norm,
            @Activation(RELU) Layer relu) {}
}
