package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Permutes the dimensions. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Permute {
    /** {@return shorthand of {@link #dims}} */
    int[] value() default {};

    /** {@return the permutation; counts from 1} */
    int[] dims() default {};
}
