package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Applies an activation function.
 *
 * <p>The shape stays. No weights. Equals Keras's {@code Activation}. It costs no pass of its own: it is computed as the
 * layer before writes its result. Functions with more parameters are layers of their own: {@link ReLU},
 * {@link LeakyReLU}, {@link ELU}, {@link PReLU}, {@link Softmax}.
 *
 * <pre>{@code
 * @Activation(RELU) Layer relu,
 * @Activation(value = LEAKY_RELU, negativeSlope = 0.1) Layer leaky,
 * }</pre>
 *
 * @see ActivationFunction
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Activation {
    /** {@return the function, Keras's {@code activation}} */
    ActivationFunction value();

    /**
     * {@return the slope below zero of {@link ActivationFunction#LEAKY_RELU}} Finite. Keras's default of the
     * <em>function</em>; the layer {@link LeakyReLU} has another. Unused by other functions.
     */
    double negativeSlope() default 0.2;

    /** {@return the scale below zero of {@link ActivationFunction#ELU}} Finite. Unused by other functions. */
    double alpha() default 1;
}
