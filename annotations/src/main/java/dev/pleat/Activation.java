package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An activation function. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Activation {
    /** {@return the function} */
    ActivationFunction value();

    /** {@return slope below zero of {@link ActivationFunction#LEAKY_RELU}; other functions ignore it} */
    double negativeSlope() default 0.2;

    /** {@return scale below zero of {@link ActivationFunction#ELU}; other functions ignore it} */
    double alpha() default 1;
}
