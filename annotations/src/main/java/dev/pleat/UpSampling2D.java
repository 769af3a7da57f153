package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Enlarges an image. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface UpSampling2D {
    /** {@return shorthand of {@link #size}} */
    int[] value() default 2;

    /** {@return factors} */
    int[] size() default 2;

    /** {@return how values between are found} */
    Interpolation interpolation() default Interpolation.NEAREST;

    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
