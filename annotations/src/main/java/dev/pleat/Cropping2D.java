package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cuts off the borders. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Cropping2D {
    /** {@return shorthand of {@link #cropping}} */
    int[] value() default 0;

    /** {@return one number, two or four} */
    int[] cropping() default 0;

    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
