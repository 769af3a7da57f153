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
public @interface ZeroPadding2D {
    /** {@return shorthand of {@link #padding}} */
    int[] value() default 1;

    /** {@return one number, two or four} */
    int[] padding() default 1;

    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
