package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Repeats a vector. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface RepeatVector {
    /** {@return shorthand of {@link #n}} */
    int value() default Integer.MIN_VALUE;

    /** {@return how often, at least 1} */
    int n() default Integer.MIN_VALUE;
}
