package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rectifier. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ReLU {
    /** {@return upper bound of the result} */
    double maxValue() default Double.POSITIVE_INFINITY;

    /** {@return slope below the threshold} */
    double negativeSlope() default 0;

    /** {@return where the ramp starts} */
    double threshold() default 0;
}
