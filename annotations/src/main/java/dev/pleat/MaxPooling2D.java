package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest value of each window of each channel of {@code [height, width, channels]}.
 *
 * <p>Height and width {@code n} each become {@code floor((n - poolSize) / strides) + 1} with {@link Padding#VALID} and
 * {@code ceil(n / strides)} with {@link Padding#SAME}; the channels stay. Padding never wins: it counts as minus
 * infinity. No weights. Equals Keras's {@code MaxPooling2D}.
 *
 * <pre>{@code
 * @MaxPooling2D(2) Layer pool,
 * @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) Layer coarse,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface MaxPooling2D {
    /**
     * {@return the same as {@link #poolSize()}, shorter to write} Give one of the two; both are refused if they differ.
     */
    int[] value() default 2;

    /** {@return the size of the window, at least 1; one number for both directions or two, {@code {height, width}}} */
    int[] poolSize() default 2;

    /**
     * {@return the distance between windows, each at least 1; none stands for {@code poolSize}} One number for both
     * directions or two, {@code {height, width}}.
     */
    int[] strides() default {};

    /** {@return what surrounds the input; {@link Padding#CAUSAL} is refused} */
    Padding padding() default Padding.VALID;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;
}
