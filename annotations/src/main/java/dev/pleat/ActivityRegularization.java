package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a cost to the loss in training; in inference it returns its input.
 *
 * <p>The shape stays. No weights and no work: the layer is removed. It exists so that a model reads like its original.
 * Equals Keras's {@code ActivityRegularization} in inference.
 *
 * <pre>{@code
 * @ActivityRegularization(l2 = 1e-4) Layer quiet,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ActivityRegularization {
    /** {@return the weight of the sum of magnitudes, not negative} Training only. */
    double l1() default 0;

    /** {@return the weight of the sum of squares, not negative} Training only. */
    double l2() default 0;
}
