package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Softmax: {@code exp(x) / sum(exp(x))} over the axes given, so that they sum to 1.
 *
 * <p>The shape stays. No weights. The largest value is subtracted first, so nothing overflows. Equals Keras's
 * {@code Softmax}.
 *
 * <pre>{@code
 * @Softmax Layer probability,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Softmax {
    /** {@return the same as {@link #axis()}, shorter to write} Give one of the two; both are refused if they differ. */
    int[] value() default -1;

    /**
     * {@return the axes that sum to 1 together} The batch counts as 0 and is refused; negative numbers count from the
     * end.
     */
    int[] axis() default -1;
}
