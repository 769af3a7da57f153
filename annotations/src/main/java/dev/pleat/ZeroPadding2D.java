package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds rows and columns of zeros around an image.
 *
 * <p>{@code [height, width, channels]} becomes {@code [top + height + bottom, left + width + right, channels]}. No
 * weights. Equals Keras's {@code ZeroPadding2D}, whose nested pairs {@code ((top, bottom), (left, right))} are four
 * numbers here. In front of a convolution it is usually part of it, and free. Followed by a {@code VALID} convolution
 * it gives PyTorch's symmetric padding, which {@link Padding#SAME} with strides does not.
 *
 * <pre>{@code
 * @ZeroPadding2D(3) Layer padded,
 * @ZeroPadding2D({0, 1, 0, 1}) Layer bottomRight,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ZeroPadding2D {
    /**
     * {@return the same as {@link #padding()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    int[] value() default 1;

    /**
     * {@return the rows and columns added, none negative} One number for all sides; two, {@code {height, width}}, each
     * for both its sides; or four, {@code {top, bottom, left, right}}.
     */
    int[] padding() default 1;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
