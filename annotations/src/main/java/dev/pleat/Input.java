package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An input of a model, and its shape.
 *
 * <p>The output has the shape given. The batch is never part of a shape: where Keras prints {@code (None, 28, 28, 1)},
 * write {@code {28, 28, 1}}. A model has one input or several, wherever they stand among its layers; the generated
 * {@code predict} takes one {@code float[]} for each, row-major with the last dimension fastest. Equals Keras's
 * {@code Input(shape=...)}; values are float32. No weights.
 *
 * <pre>{@code
 * @Input({96, 96, 3}) Layer image,
 * @Input(4) Layer pose,
 * @Flatten @From("image") Layer pixels,
 * @Concatenate({"pixels", "pose"}) Layer all,
 * }</pre>
 *
 * <p>In the body of a {@link Block} an input stands for what the block reads and has no shape of its own. A body needs
 * one only if it reads the block's input more than once, as a residual does, or if the block reads several layers:
 *
 * <pre>{@code
 * record Body(
 *     @Input                                                    Layer x,
 *     @Conv2D(filters = GIVEN, kernelSize = 3, padding = SAME)  Layer conv,
 *     @BatchNormalization                                       Layer norm,
 *     @Add({"x", "norm"})                                       Layer sum) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Input {
    /**
     * {@return the shape without the batch, each dimension at least 1} For an image {@code {height, width, channels}},
     * for a series {@code {steps, channels}}, for a vector its length. Required in a model, absent in a block's body.
     */
    int[] value() default {};
}
