package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Adds zeros around. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ZeroPadding1D {
    /** {@return shorthand of {@link #padding}} */
    int[] value() default 1;

    /** {@return one number or two} */
    int[] padding() default 1;
}
