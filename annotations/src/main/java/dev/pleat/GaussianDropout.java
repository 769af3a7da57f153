package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies by Gaussian noise in training; in inference it returns its input.
 *
 * <p>The shape stays. No weights and no work: the layer is removed. It exists so that a model reads like its original.
 * Equals Keras's {@code GaussianDropout} in inference.
 *
 * <pre>{@code
 * @GaussianDropout(0.1) Layer noisy,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface GaussianDropout {
    /** {@return the same as {@link #rate()}, shorter to write} Give one of the two; both are refused if they differ. */
    double value() default Double.NaN;

    /**
     * {@return the share that sets the noise, of deviation {@code sqrt(rate / (1 - rate))}, from 0 to 1} Training only.
     * Required, here or as {@code value}.
     */
    double rate() default Double.NaN;
}
