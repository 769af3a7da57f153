package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says where the value of a block's attribute goes: to which attributes of which layers of the body.
 *
 * <p>The types must agree: a value flows into an attribute of its own type, and an {@code int} also, as the only
 * element, into an {@code int[]}. An unknown layer or attribute is refused. What arrives replaces what the body says,
 * also where it is the default of the block's attribute. A target may be an attribute of another block, so blocks nest.
 *
 * <pre>{@code
 * @To({"first.filters", "second.filters"})
 * int filters();
 * }</pre>
 *
 * @see Block
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface To {
    /**
     * {@return the targets, each {@code "layer.attribute"}, at least one} The layer is a component of the body, the
     * attribute a member of its annotation by name, such as {@code "pointwise.filters"}.
     */
    String[] value();
}
