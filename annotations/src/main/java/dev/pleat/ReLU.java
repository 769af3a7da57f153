package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rectifier with a bound, a slope and a threshold.
 *
 * <p>It computes {@code min(x, maxValue)} for {@code x > threshold} and {@code negativeSlope * (x - threshold)}
 * otherwise. The shape stays. No weights. Equals Keras's {@code ReLU}, where no parameter may be negative either;
 * Keras's {@code max_value=None} is the default here.
 *
 * <pre>{@code
 * @ReLU Layer relu,
 * @ReLU(maxValue = 6) Layer relu6,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ReLU {
    /** {@return the upper bound of the result, not negative; none by default} */
    double maxValue() default Double.POSITIVE_INFINITY;

    /** {@return the slope below the threshold, not negative} */
    double negativeSlope() default 0;

    /** {@return the value up to which the input counts as small, not negative} */
    double threshold() default 0;
}
