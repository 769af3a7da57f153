package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Multiplies by a scale and adds an offset. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Rescaling {
    /** {@return one factor, or one per channel} */
    double[] scale();

    /** {@return one number, or one per channel} */
    double[] offset() default 0;
}
