package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Does nothing in inference. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface GaussianNoise {
    /** {@return shorthand of {@link #stddev}} */
    double value() default Double.NaN;

    /** {@return training only} */
    double stddev() default Double.NaN;
}
