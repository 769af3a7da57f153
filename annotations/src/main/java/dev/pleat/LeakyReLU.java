package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rectifier that leaks: {@code x} where it is not negative, {@code negativeSlope * x} elsewhere.
 *
 * <p>The shape stays. No weights. Equals Keras's layer {@code LeakyReLU}, whose slope is 0.3 by default and is called
 * {@code alpha} in Keras 2. Mind the others: Keras's function {@code leaky_relu} and {@code tf.nn.leaky_relu} have 0.2,
 * as has {@link ActivationFunction#LEAKY_RELU}; PyTorch has 0.01.
 *
 * <pre>{@code
 * @LeakyReLU(0.1) Layer leaky,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface LeakyReLU {
    /**
     * {@return the same as {@link #negativeSlope()}, shorter to write} Give one of the two; both are refused if they
     * differ.
     */
    double value() default 0.3;

    /** {@return the slope below zero, finite and not negative} */
    double negativeSlope() default 0.3;
}
