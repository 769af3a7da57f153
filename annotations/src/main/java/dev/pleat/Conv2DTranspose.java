package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transposed 2-D convolution, also called deconvolution: it enlarges {@code [height, width, channels]} by
 * {@code strides}.
 *
 * <p>Height and width {@code n} each become {@code n * strides + max(span - strides, 0)} with {@link Padding#VALID} and
 * {@code n * strides} with {@link Padding#SAME}, where {@code span = (kernelSize - 1) * dilationRate + 1}. With
 * {@code outputPadding} given it is {@code (n - 1) * strides + span - 2 * p + outputPadding}, where {@code p} is 0 for
 * {@code VALID} and {@code floor(span / 2)} for {@code SAME}. The channels become {@code filters}.
 *
 * <p>Weights: {@code kernel} of shape {@code [kernelHeight, kernelWidth, filters, channels]}, output channels before
 * input channels, and, with {@code useBias}, {@code bias} of shape {@code [filters]}. Equals Keras's
 * {@code Conv2DTranspose}; PyTorch's {@code ConvTranspose2d.weight} is
 * {@code [channels, filters, kernelHeight, kernelWidth]}.
 *
 * <pre>{@code
 * @Conv2DTranspose(filters = 8, kernelSize = 4, strides = 2, padding = SAME) Layer up,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Conv2DTranspose {
    /** {@return the number of output channels, at least 1} */
    int filters();

    /** {@return the size of the window, at least 1; one number for both directions or two, {@code {height, width}}} */
    int[] kernelSize();

    /**
     * {@return the distance between windows, at least 1; one number for both directions or two,
     * {@code {height, width}}}
     */
    int[] strides() default 1;

    /** {@return what surrounds the input; {@link Padding#CAUSAL} is refused} */
    Padding padding() default Padding.VALID;

    /**
     * {@return what is added to height and width of the output, from 0 to below {@code strides}; none derives the size
     * from {@code padding}} One number for both directions or two, {@code {height, width}}. With {@link Padding#SAME} both
     * ends share it, as in TensorFlow; else it is added behind.
     */
    int[] outputPadding() default {};

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

    /** {@return whether the weight {@code bias} of shape {@code [filters]} is added} */
    boolean useBias() default true;
}
