package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest of layers, element by element: {@code min(a, b, ...)}.
 *
 * <p>Shapes must be equal or broadcast, as in Keras: a shape of lower rank gets dimensions of size 1 in front, then
 * each dimension must be equal or 1, and the result has the larger. No weights. Equals Keras's {@code Minimum}.
 *
 * <pre>{@code
 * @Minimum({"left", "right"}) Layer smallest,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Minimum {
    /**
     * {@return the names of the inputs, two or more} The same as {@link From}, which may be used instead; one of them
     * is required.
     */
    String[] value() default {};
}
