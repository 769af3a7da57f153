package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the input another shape of as many elements; values keep their row-major order.
 *
 * <p>No weights and no work. Equals Keras's {@code Reshape}.
 *
 * <pre>{@code
 * @Reshape({7, 7, 64}) Layer image,
 * @Reshape({-1, 64}) Layer pixels,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Reshape {
    /**
     * {@return the same as {@link #targetShape()}, shorter to write} Give one of the two; both are refused if they
     * differ.
     */
    int[] value() default {};

    /**
     * {@return the new shape, without the batch} One dimension may be -1 and is derived from the others. Required, here
     * or as {@code value}.
     */
    int[] targetShape() default {};
}
