package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the layer, or the layers, that a layer reads, instead of the one above it.
 *
 * <p>Names are those of members above, of the same model or the same block body: what is read must stand earlier, so a
 * model has no cycles. Merge layers ({@link Add}, {@link Concatenate} and the like) take several names, all others
 * exactly one; merges also take the names as their {@code value}, which means the same. An {@link Input} reads nothing
 * and takes no {@code @From}.
 *
 * <pre>{@code
 * @Conv2D(filters = 16, kernelSize = 3, padding = SAME) Layer stem,
 * @Conv2D(filters = 16, kernelSize = 3, padding = SAME) Layer main,
 * @Conv2D(filters = 16, kernelSize = 1) @From("stem") Layer shortcut,
 * @Add({"main", "shortcut"}) Layer sum,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface From {
    /** {@return the names of the members read, in the order in which the layer takes them} */
    String[] value();
}
