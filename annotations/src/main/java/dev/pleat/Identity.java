package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Returns its input.
 *
 * <p>The shape stays. No weights and no work. Equals Keras's {@code Identity}. It gives a value a name: with
 * {@link From} the branch of a residual block that does nothing, with {@link Output} a second output.
 *
 * <pre>{@code
 * @Identity @From("stem") Layer shortcut,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Identity {}
