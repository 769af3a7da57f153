package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds Gaussian noise in training; in inference it returns its input.
 *
 * <p>The shape stays. No weights and no work: the layer is removed. It exists so that a model reads like its original.
 * Equals Keras's {@code GaussianNoise} in inference.
 *
 * <pre>{@code
 * @GaussianNoise(0.1) Layer noisy,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface GaussianNoise {
    /**
     * {@return the same as {@link #stddev()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    double value() default Double.NaN;

    /** {@return the deviation of the noise, not negative} Training only. Required, here or as {@code value}. */
    double stddev() default Double.NaN;
}
