package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A depthwise 2-D convolution: each channel of {@code [height, width, channels]} is convolved by itself.
 *
 * <p>Height and width {@code n} each become {@code floor((n - span) / strides) + 1} with {@link Padding#VALID} and
 * {@code ceil(n / strides)} with {@link Padding#SAME}, where {@code span = (kernelSize - 1) * dilationRate + 1}; the
 * channels become {@code channels * depthMultiplier}, and output channel {@code c * depthMultiplier + m} is the
 * {@code m}-th made of channel {@code c}. Zeros are added as TensorFlow adds them, the odd one at the end; PyTorch's
 * {@code padding=1} differs where {@code strides} is above 1.
 *
 * <p>Weights: {@code depthwise_kernel} of shape {@code [kernelHeight, kernelWidth, channels, depthMultiplier]} and,
 * with {@code useBias}, {@code bias} of shape {@code [channels * depthMultiplier]}. The name is Keras 2's; Keras 3
 * calls the same array {@code kernel}. Equals Keras's {@code DepthwiseConv2D}.
 *
 * <pre>{@code
 * @DepthwiseConv2D(kernelSize = 3, strides = 2, padding = SAME) Layer depthwise,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface DepthwiseConv2D {
    /** {@return the size of the window, at least 1; one number for both directions or two, {@code {height, width}}} */
    int[] kernelSize();

    /**
     * {@return the distance between windows, at least 1; one number for both directions or two,
     * {@code {height, width}}}
     */
    int[] strides() default 1;

    /** {@return what surrounds the input} */
    Padding padding() default Padding.VALID;

    /** {@return the number of output channels made of each input channel, at least 1} */
    int depthMultiplier() default 1;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;

    /**
     * {@return the distance between the taps of a window, at least 1; one number for both directions or two,
     * {@code {height, width}}} At 1 the window is dense.
     */
    int[] dilationRate() default 1;

    /** {@return the function applied to the result, after the bias; none by default} */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /**
     * {@return the slope below zero of {@link ActivationFunction#LEAKY_RELU}} Finite. Keras's default of the
     * <em>function</em>; the layer {@link LeakyReLU} has another. Unused by other functions.
     */
    double negativeSlope() default 0.2;

    /** {@return the scale below zero of {@link ActivationFunction#ELU}} Finite. Unused by other functions. */
    double alpha() default 1;

    /** {@return whether the weight {@code bias} of shape {@code [channels * depthMultiplier]} is added} */
    boolean useBias() default true;
}
