package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Joins layers along an axis.
 *
 * <p>Shapes are equal but for that axis, where the result has the sum: {@code [8, 8, 16]} and {@code [8, 8, 32]} become
 * {@code [8, 8, 48]}. No weights. Equals Keras's {@code Concatenate}. Where it can, each input is computed right into
 * its place, so joining costs nothing.
 *
 * <pre>{@code
 * @Concatenate({"wide", "deep"}) Layer both,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Concatenate {
    /**
     * {@return the names of the inputs, two or more, in order} The same as {@link From}, which may be used instead; one
     * of them is required.
     */
    String[] value() default {};

    /**
     * {@return the axis joined along} The batch counts as 0 and is refused; 1 is the first dimension of the sample, -1
     * the last. With {@link DataFormat#CHANNELS_FIRST} layers write 1.
     */
    int axis() default -1;
}
