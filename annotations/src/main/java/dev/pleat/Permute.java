package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Permutes the dimensions: dimension {@code i} of the result is dimension {@code dims[i]} of the input.
 *
 * <p>Dimensions count from 1, as in Keras, where 0 is the batch: {@code @Permute({2, 1})} turns {@code [a, b]} into
 * {@code [b, a]}. No weights. Equals Keras's {@code Permute}.
 *
 * <pre>{@code
 * @Permute({3, 1, 2}) Layer channelsFirst,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Permute {
    /** {@return the same as {@link #dims()}, shorter to write} Give one of the two; both are refused if they differ. */
    int[] value() default {};

    /** {@return the permutation: each number from 1 to the rank once} Required, here or as {@code value}. */
    int[] dims() default {};
}
