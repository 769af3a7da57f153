package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies by a scale and adds an offset: {@code x * scale + offset}.
 *
 * <p>The shape stays. No weights. Equals Keras's {@code Rescaling}. Before or after a linear layer it costs nothing
 * where it can be folded into the weights; the usual place is right after an {@link Input} of pixels.
 *
 * <pre>{@code
 * @Input({224, 224, 3}) Layer image,
 * @Rescaling(scale = 1 / 127.5, offset = -1) Layer scaled, // 0..255 to -1..1
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Rescaling {
    /** {@return the factor, or one for each element of the last axis} */
    double[] scale();

    /** {@return the number added, or one for each element of the last axis} */
    double[] offset() default 0;
}
