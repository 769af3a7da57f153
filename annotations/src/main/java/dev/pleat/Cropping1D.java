package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts steps off both ends of a series.
 *
 * <p>{@code [steps, channels]} becomes {@code [steps - before - after, channels]}; at least one step must be left. No
 * weights. Equals Keras's {@code Cropping1D}.
 *
 * <pre>{@code
 * @Cropping1D({0, 2}) Layer trimmed,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Cropping1D {
    /**
     * {@return the same as {@link #cropping()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    int[] value() default {1, 1};

    /** {@return the steps cut off, none negative: one number for each end or two, {@code {before, after}}} */
    int[] cropping() default {1, 1};
}
