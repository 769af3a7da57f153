package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Subtracts a known mean and divides by a known deviation: {@code (x - mean) / max(sqrt(variance), 1e-7)}.
 *
 * <p>The shape stays. It standardises features by statistics of the training data, those that Keras's {@code adapt()}
 * found; nothing is computed from the input itself. With {@code mean} and {@code variance} given here it has no
 * weights. Without, the weights are {@code mean} and {@code variance}, each of the shape of the kept axes; Keras's
 * third, {@code count}, is not read. Equals Keras's {@code Normalization}; the floor of 1e-7 is Keras's
 * {@code backend.epsilon()}.
 *
 * <pre>{@code
 * @Input(3) Layer features,
 * @Normalization(mean = {0.5, 12, -3}, variance = {0.25, 9, 1}) Layer standard,
 * }</pre>
 *
 * @see BatchNormalization
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Normalization {
    /**
     * {@return the axes that have a mean and a variance for each index} The batch counts as 0 and is refused; negative
     * numbers count from the end. An empty array, Keras's {@code None}, is one mean and one variance for all values.
     */
    int[] axis() default -1;

    /**
     * {@return the mean, one number for all or one for each index of the kept axes, row-major; none makes it a weight}
     * Goes with {@code variance}: both are given or neither.
     */
    double[] mean() default {};

    /**
     * {@return the variance, as many numbers as {@code mean}, none negative; none makes it a weight} It is the square
     * of the deviation.
     */
    double[] variance() default {};

    /** {@return whether the inverse is applied, {@code x * max(sqrt(variance), 1e-7) + mean}} */
    boolean invert() default false;
}
