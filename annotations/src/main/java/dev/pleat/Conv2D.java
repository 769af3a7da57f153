package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A 2-D convolution of the layer above, over {@code [height, width, channels]}.
 *
 * <p>Height and width {@code n} each become {@code floor((n - span) / strides) + 1} with {@link Padding#VALID} and
 * {@code ceil(n / strides)} with {@link Padding#SAME}, where {@code span = (kernelSize - 1) * dilationRate + 1}; the
 * channels become {@code filters}. A window larger than the input is refused. Zeros are added as TensorFlow adds them,
 * the odd one at the end; PyTorch's {@code padding=1} differs where {@code strides} is above 1.
 *
 * <p>Weights: {@code kernel} of shape {@code [kernelHeight, kernelWidth, channels / groups, filters]} and, with
 * {@code useBias}, {@code bias} of shape {@code [filters]}. The kernel is not flipped (it is a cross-correlation), as
 * in Keras and PyTorch. Equals Keras's {@code Conv2D}.
 *
 * <p>A {@link BatchNormalization} that follows directly is folded into the weights, if {@code activation} is
 * {@code LINEAR}. With another activation the order is activation, then norm, which is another model than norm, then
 * activation.
 *
 * <pre>{@code
 * @Conv2D(filters = 16, kernelSize = 3, padding = SAME) Layer stem,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Conv2D {
    /** {@return the number of output channels, at least 1} */
    int filters();

    /** {@return the size of the window, at least 1; one number for both directions or two, {@code {height, width}}} */
    int[] kernelSize();

    /**
     * {@return the distance between windows, at least 1; one number for both directions or two,
     * {@code {height, width}}}
     */
    int[] strides() default 1;

    /** {@return what surrounds the input} */
    Padding padding() default Padding.VALID;

    /** {@return where the channels are in the shapes of input and output} */
    DataFormat dataFormat() default DataFormat.CHANNELS_LAST;

    /**
     * {@return the distance between the taps of a window, at least 1; one number for both directions or two,
     * {@code {height, width}}} At 1 the window is dense.
     */
    int[] dilationRate() default 1;

    /**
     * {@return the number of groups of channels that are convolved apart, at least 1} It divides both the input
     * channels and {@code filters}; output channel {@code o} reads group {@code o / (filters / groups)}.
     */
    int groups() default 1;

    /** {@return the function applied to the result, after the bias; none by default} */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /**
     * {@return the slope below zero of {@link ActivationFunction#LEAKY_RELU}} Finite. Keras's default of the
     * <em>function</em>; the layer {@link LeakyReLU} has another. Unused by other functions.
     */
    double negativeSlope() default 0.2;

    /** {@return the scale below zero of {@link ActivationFunction#ELU}} Finite. Unused by other functions. */
    double alpha() default 1;

    /** {@return whether the weight {@code bias} of shape {@code [filters]} is added} */
    boolean useBias() default true;
}
