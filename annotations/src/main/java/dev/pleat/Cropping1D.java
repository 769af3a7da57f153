package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cuts off the ends. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Cropping1D {
    /** {@return shorthand of {@link #cropping}} */
    int[] value() default {1, 1};

    /** {@return one number or two} */
    int[] cropping() default {1, 1};
}
