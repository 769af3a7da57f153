package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rectifier with learned slopes: {@code x} where it is not negative, {@code alpha * x} elsewhere.
 *
 * <p>The shape stays. Weight: {@code alpha}, of the shape of the input with 1 in each shared axis. Equals Keras's
 * {@code PReLU}. PyTorch's {@code PReLU(num_parameters=channels)} shares all axes but the channels.
 *
 * <pre>{@code
 * @PReLU(sharedAxes = {1, 2}) Layer prelu, // one slope per channel of an image
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface PReLU {
    /**
     * {@return the axes along which a slope is shared; none by default} The batch counts as 0 and is refused; 1 is the
     * first dimension of the sample.
     */
    int[] sharedAxes() default {};
}
