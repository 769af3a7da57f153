package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies layers, element by element: {@code a * b * ...}.
 *
 * <p>Shapes must be equal or broadcast, as in Keras: a shape of lower rank gets dimensions of size 1 in front, then
 * each dimension must be equal or 1, and the result has the larger. No weights. Equals Keras's {@code Multiply}. A gate
 * of shape {@code [channels]} or {@code [1, 1, channels]} scales the channels of an image (squeeze and excitation).
 *
 * <pre>{@code
 * @Multiply({"features", "gate"}) Layer gated,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Multiply {
    /**
     * {@return the names of the inputs, two or more} The same as {@link From}, which may be used instead; one of them
     * is required.
     */
    String[] value() default {};
}
