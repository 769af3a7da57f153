package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fully connected layer. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Dense {
    /** {@return outputs, at least 1} */
    int units();

    /** {@return the function applied to the result} */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /** {@return slope below zero of {@link ActivationFunction#LEAKY_RELU}; other functions ignore it} */
    double negativeSlope() default 0.2;

    /** {@return scale below zero of {@link ActivationFunction#ELU}; other functions ignore it} */
    double alpha() default 1;

    /** {@return whether a bias is added} */
    boolean useBias() default true;
}
