package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation a layer of the user: a name for layers that come together, with attributes of its own.
 *
 * <p>The body is a record of layers, written as a model is. The first layer of the body reads what the block reads; the
 * last is what the block returns. Attributes of the annotation flow into those of the body through {@link To}, checked
 * at compile time. Blocks may hold blocks, and may come from a library.
 *
 * <pre>{@code
 * // Depthwise 3x3, then pointwise 1x1, each with batch norm and relu.
 * @Block(SeparableBlock.Body.class)
 * @Target({FIELD, RECORD_COMPONENT})
 * @Retention(CLASS)
 * @interface SeparableBlock {
 *     @To("pointwise.filters")
 *     int filters();
 *
 *     @To("depthwise.strides")
 *     int strides() default 1;
 *
 *     record Body(
 *             @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer depthwise,
 *             @BatchNormalization Layer depthwiseNorm,
 *             @Activation(RELU) Layer depthwiseRelu,
 *             @Conv2D(filters = GIVEN, kernelSize = 1) Layer pointwise,
 *             @BatchNormalization Layer pointwiseNorm,
 *             @Activation(RELU) Layer out) {}
 * }
 * }</pre>
 *
 * <p>A model then reads {@code @SeparableBlock(filters = 128, strides = 2) Layer b3}. Weights are named by path:
 * {@code b3/pointwise/kernel}. The retention must not be {@code SOURCE}, or blocks in libraries are lost; the body must
 * be a record, because only a record's components keep their order in class files for every compiler.
 *
 * @see To
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Block {
    /**
     * Stands in a body for a required number that an attribute of the block gives.
     *
     * <p>A {@code GIVEN} that no {@link To} replaces is refused. Required attributes of other types need no such mark:
     * what the body says is simply replaced.
     */
    int GIVEN = Integer.MIN_VALUE;

    /**
     * {@return the body, a record whose components are layers; by custom nested in the annotation and called
     * {@code Body}}
     */
    Class<?> value();
}
