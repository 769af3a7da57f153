package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops values at random in training and keeps mean and variance; in inference it returns its input.
 *
 * <p>The shape stays. No weights and no work: the layer is removed. It exists so that a model reads like its original.
 * Equals Keras's {@code AlphaDropout} in inference. It goes with {@link ActivationFunction#SELU}.
 *
 * <pre>{@code
 * @AlphaDropout(0.1) Layer drop,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface AlphaDropout {
    /** {@return the same as {@link #rate()}, shorter to write} Give one of the two; both are refused if they differ. */
    double value() default Double.NaN;

    /** {@return the share of values dropped, from 0 to 1} Training only. Required, here or as {@code value}. */
    double rate() default Double.NaN;
}
