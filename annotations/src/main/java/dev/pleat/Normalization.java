package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Subtracts a mean and divides by a standard deviation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Normalization {
    /** {@return axes with a mean of their own} */
    int[] axis() default -1;

    /** {@return means; weights unless given} */
    double[] mean() default {};

    /** {@return variances; weights unless given} */
    double[] variance() default {};

    /** {@return whether the inverse is applied} */
    boolean invert() default false;
}
