package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mean of each channel. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface GlobalAveragePooling1D {
    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;

    /** {@return whether the dimensions pooled away stay, with size 1} */
    boolean keepdims() default false;
}
