package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Subtracts one layer from another, element by element: {@code a - b}.
 *
 * <p>Shapes must be equal or broadcast, as in Keras: a shape of lower rank gets dimensions of size 1 in front, then
 * each dimension must be equal or 1, and the result has the larger. No weights. Equals Keras's {@code Subtract}.
 *
 * <pre>{@code
 * @Subtract({"signal", "trend"}) Layer rest,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Subtract {
    /**
     * {@return the names of the inputs, exactly two, the second subtracted from the first} The same as {@link From},
     * which may be used instead; one of them is required.
     */
    String[] value() default {};
}
