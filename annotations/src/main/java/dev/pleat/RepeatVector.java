package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Repeats a vector: {@code [features]} becomes {@code [n, features]}.
 *
 * <p>No weights. Equals Keras's {@code RepeatVector}.
 *
 * <pre>{@code
 * @RepeatVector(10) Layer steps,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface RepeatVector {
    /** {@return the same as {@link #n()}, shorter to write} Give one of the two; both are refused if they differ. */
    int value() default Integer.MIN_VALUE;

    /** {@return how often, at least 1} Required, here or as {@code value}. */
    int n() default Integer.MIN_VALUE;
}
