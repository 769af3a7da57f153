package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A separable 2-D convolution. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface SeparableConv2D {
    /** {@return output channels, at least 1} */
    int filters();

    /** {@return size of the window} */
    int[] kernelSize();

    /** {@return distance between windows} */
    int[] strides() default 1;

    /** {@return what surrounds the input} */
    Padding padding() default Padding.VALID;

    /** {@return where the channels are in the shape} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;

    /** {@return distance between the taps of a window} */
    int[] dilationRate() default 1;

    /** {@return output channels per input channel, at least 1} */
    int depthMultiplier() default 1;

    /** {@return the function applied to the result} */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /** {@return slope below zero of {@link ActivationFunction#LEAKY_RELU}; other functions ignore it} */
    double negativeSlope() default 0.2;

    /** {@return scale below zero of {@link ActivationFunction#ELU}; other functions ignore it} */
    double alpha() default 1;

    /** {@return whether a bias is added} */
    boolean useBias() default true;
}
