package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * <p>It acts on the last axis of an input of any rank: {@code [..., n]} becomes {@code [..., units]}. It does not
 * flatten; put a {@link Flatten} before it where the model does. Weights: {@code kernel} of shape {@code [n, units]}
 * and, with {@code useBias}, {@code bias} of shape {@code [units]}. PyTorch's {@code Linear.weight} is the transpose.
 *
 * <p>Equals Keras's {@code Dense}. A {@link BatchNormalization} that follows directly is folded into the weights, if
 * {@code activation} is {@code LINEAR}.
 *
 * <pre>{@code
 * @Dense(units = 10, activation = SOFTMAX) Layer digit,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Dense {
    /** {@return the number of outputs, at least 1} */
    int units();

    /** {@return the function applied to the result, after the bias; none by default} */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /**
     * {@return the slope below zero of {@link ActivationFunction#LEAKY_RELU}} Finite. Keras's default of the
     * <em>function</em>; the layer {@link LeakyReLU} has another. Unused by other functions.
     */
    double negativeSlope() default 0.2;

    /** {@return the scale below zero of {@link ActivationFunction#ELU}} Finite. Unused by other functions. */
    double alpha() default 1;

    /** {@return whether the weight {@code bias} of shape {@code [units]} is added} */
    boolean useBias() default true;
}
