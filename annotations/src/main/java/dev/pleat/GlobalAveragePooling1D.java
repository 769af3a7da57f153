package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each channel, over all steps.
 *
 * <p>{@code [steps, channels]} becomes {@code [channels]} or, with {@code keepdims}, {@code [1, channels]}. No weights.
 * Equals Keras's {@code GlobalAveragePooling1D}.
 *
 * <pre>{@code
 * @GlobalAveragePooling1D Layer pooled,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface GlobalAveragePooling1D {
    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;

    /** {@return whether the dimensions pooled away stay, with size 1} */
    boolean keepdims() default false;
}
