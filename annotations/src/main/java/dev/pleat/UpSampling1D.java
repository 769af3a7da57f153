package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Repeats each step of a series.
 *
 * <p>{@code [steps, channels]} becomes {@code [steps * size, channels]}: {@code a, b} with {@code size} 2 is
 * {@code a, a, b, b}. No weights. Equals Keras's {@code UpSampling1D}.
 *
 * <pre>{@code
 * @UpSampling1D(2) Layer up,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface UpSampling1D {
    /** {@return the same as {@link #size()}, shorter to write} Give one of the two; both are refused if they differ. */
    int value() default 2;

    /** {@return how often each step is repeated, at least 1} */
    int size() default 2;
}
