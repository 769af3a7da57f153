package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts rows and columns off an image.
 *
 * <p>{@code [height, width, channels]} becomes {@code [height - top - bottom, width - left - right, channels]}; at
 * least one row and column must be left. No weights. Equals Keras's {@code Cropping2D}, whose nested pairs
 * {@code ((top, bottom), (left, right))} are four numbers here.
 *
 * <pre>{@code
 * @Cropping2D(2) Layer inner,
 * @Cropping2D({1, 0, 1, 0}) Layer shifted,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Cropping2D {
    /**
     * {@return the same as {@link #cropping()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    int[] value() default 0;

    /**
     * {@return the rows and columns cut off, none negative} One number for all sides; two, {@code {height, width}},
     * each for both its sides; or four, {@code {top, bottom, left, right}}.
     */
    int[] cropping() default 0;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
