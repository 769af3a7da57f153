package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalises each sample by its own statistics: {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>The shape stays. Mean and variance (divided by the count, not by one less) are computed over the axes given, anew
 * for each input; so it costs work in inference, unlike {@link BatchNormalization}, and cannot be folded. Weights, of
 * the shape of the axes given: {@code gamma} with {@code scale}, {@code beta} with {@code center}.
 *
 * <p>Equals Keras's {@code LayerNormalization}. PyTorch's {@code LayerNorm} has an epsilon of 1e-5.
 *
 * <pre>{@code
 * @LayerNormalization Layer norm,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface LayerNormalization {
    /** {@return the axes normalised over} The batch counts as 0 and is refused; negative numbers count from the end. */
    int[] axis() default -1;

    /** {@return what is added to the variance, not negative} */
    double epsilon() default 0.001;

    /** {@return whether {@code beta} is added} */
    boolean center() default true;

    /** {@return whether the result is multiplied by {@code gamma}} */
    boolean scale() default true;
}
