package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A leaky rectifier. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface LeakyReLU {
    /** {@return shorthand of {@link #negativeSlope}} */
    double value() default 0.3;

    /** {@return slope below zero} */
    double negativeSlope() default 0.3;
}
