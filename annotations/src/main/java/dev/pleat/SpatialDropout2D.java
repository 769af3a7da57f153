package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops whole channels of an image at random in training; in inference it returns its input.
 *
 * <p>The shape stays. No weights and no work: the layer is removed. It exists so that a model reads like its original.
 * Equals Keras's {@code SpatialDropout2D} in inference.
 *
 * <pre>{@code
 * @SpatialDropout2D(0.2) Layer drop,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface SpatialDropout2D {
    /** {@return the same as {@link #rate()}, shorter to write} Give one of the two; both are refused if they differ. */
    double value() default Double.NaN;

    /** {@return the share of channels dropped, from 0 to 1} Training only. Required, here or as {@code value}. */
    double rate() default Double.NaN;
}
