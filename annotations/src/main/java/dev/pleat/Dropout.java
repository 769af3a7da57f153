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
public @interface Dropout {
    /** {@return shorthand of {@link #rate}} */
    double value() default Double.NaN;

    /** {@return training only} */
    double rate() default Double.NaN;
}
