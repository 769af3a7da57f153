package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Softmax. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Softmax {
    /** {@return shorthand of {@link #axis}} */
    int[] value() default -1;

    /** {@return axes that sum to 1} */
    int[] axis() default -1;
}
