package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mean of each window. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface AveragePooling2D {
    /** {@return shorthand of {@link #poolSize}} */
    int[] value() default 2;

    /** {@return size of the window} */
    int[] poolSize() default 2;

    /** {@return distance between windows; {@code poolSize} unless given} */
    int[] strides() default {};

    /** {@return what surrounds the input} */
    Padding padding() default Padding.VALID;

    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
