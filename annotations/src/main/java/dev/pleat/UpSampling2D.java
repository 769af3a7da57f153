package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Enlarges an image by whole factors.
 *
 * <p>{@code [height, width, channels]} becomes {@code [height * size, width * size, channels]}. No weights. Equals
 * Keras's {@code UpSampling2D} with its interpolations {@code nearest} and {@code bilinear}.
 *
 * <pre>{@code
 * @UpSampling2D(2) Layer up,
 * @UpSampling2D(size = 4, interpolation = BILINEAR) Layer smooth,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface UpSampling2D {
    /** {@return the same as {@link #size()}, shorter to write} Give one of the two; both are refused if they differ. */
    int[] value() default 2;

    /** {@return the factors, at least 1; one number for both directions or two, {@code {height, width}}} */
    int[] size() default 2;

    /** {@return how the new values are made} */
    Interpolation interpolation() default Interpolation.NEAREST;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
