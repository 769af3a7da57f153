package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes the shape. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Reshape {
    /** {@return shorthand of {@link #targetShape}} */
    int[] value() default {};

    /** {@return new shape without the batch; one may be -1} */
    int[] targetShape() default {};
}
