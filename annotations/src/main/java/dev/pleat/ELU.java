package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exponential linear unit: {@code x} where it is positive, {@code alpha * (exp(x) - 1)} elsewhere.
 *
 * <p>The shape stays. No weights. Equals Keras's {@code ELU}.
 *
 * <pre>{@code
 * @ELU Layer elu,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ELU {
    /**
     * {@return the same as {@link #alpha()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    double value() default 1;

    /** {@return the scale below zero, finite} */
    double alpha() default 1;
}
