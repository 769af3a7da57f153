package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a layer as an output of the model, besides the last layer, which always is one.
 *
 * <p>It stands beside the layer annotation. The outputs of a model are in source order, each named as its layer. Use it
 * for models of several heads, or to look at a layer while debugging. It costs what the values cost: a layer that is an
 * output is really computed as written, so nothing that follows, such as a batch norm or an activation, can be folded
 * away into it.
 *
 * <pre>{@code
 * @Output @Conv2D(filters = 8, kernelSize = 3) Layer features,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Output {}
