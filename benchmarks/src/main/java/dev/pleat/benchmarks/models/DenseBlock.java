package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Block.GIVEN;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Dense;
import dev.pleat.Layer;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A dense layer, batch norm, relu. */
@Block(DenseBlock.Body.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface DenseBlock {

    /** {@return the number of outputs} */
    @To("dense.units")
    int units();

    /**
     * The layers of the block.
     *
     * @param dense the dense layer
     * @param norm its batch norm
     * @param relu its activation
     */
    record Body(
            @Dense(units = GIVEN) Layer dense,
            @BatchNormalization Layer norm,
            @Activation(RELU) Layer relu) {}
}
