package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Flattens the input to one dimension: {@code [a, b, c]} becomes {@code [a * b * c]}.
 *
 * <p>No weights and no work: values stay where they are, last dimension fastest. With {@link DataFormat#CHANNELS_FIRST}
 * the channels are moved last before, as Keras does, so that both formats give the same order. PyTorch's
 * {@code flatten} does not: it leaves channels slowest, so rows of a {@link Dense} kernel imported from there need
 * reordering. Equals Keras's {@code Flatten}.
 *
 * <pre>{@code
 * @Flatten Layer flat,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Flatten {
    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
