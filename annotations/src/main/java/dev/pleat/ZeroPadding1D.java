package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds zero steps before and after a series.
 *
 * <p>{@code [steps, channels]} becomes {@code [before + steps + after, channels]}. No weights. Equals Keras's
 * {@code ZeroPadding1D}. In front of a convolution it is usually part of it, and free.
 *
 * <pre>{@code
 * @ZeroPadding1D(2) Layer padded,
 * @ZeroPadding1D({2, 0}) Layer causal,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ZeroPadding1D {
    /**
     * {@return the same as {@link #padding()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    int[] value() default 1;

    /** {@return the steps added, none negative: one number for each end or two, {@code {before, after}}} */
    int[] padding() default 1;
}
