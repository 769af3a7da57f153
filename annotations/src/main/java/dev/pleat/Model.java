package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A neural network that Pleat compiles: a record whose components, or a class whose fields, are its layers.
 *
 * <p>Every member is of type {@link Layer} and carries one layer annotation; members keep their order, and each reads
 * the one above it unless {@link From} says otherwise. The last member is the output, {@link Output} marks others. A
 * record is the better form: it allows 254 layers, and no tool complains of unused fields. Inherited members do not
 * count.
 *
 * <pre>{@code
 * @Model
 * record Digits(
 *         @Input({28, 28, 1}) Layer image,
 *         @Conv2D(filters = 32, kernelSize = 3, activation = RELU) Layer conv,
 *         @BatchNormalization Layer norm,
 *         @MaxPooling2D(2) Layer pool,
 *         @Flatten Layer flat,
 *         @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
 * }</pre>
 *
 * <p>The generated class, {@code DigitsModel}, lies in the same package, has the same visibility and implements the
 * interface of all compiled models. It is immutable and safe for use by many threads. A model inside another class works
 * too, if it is not private: that of {@code Outer.Digits} becomes {@code Outer_DigitsModel}. A model has no type
 * parameters, and is no interface, enum or annotation. The
 * {@linkplain dev.pleat package documentation} is the guide to the language.
 *
 * @see Layer
 * @see Input
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
    /**
     * {@return the simple name of the generated class} A Java identifier, without package. By default the name of the
     * model followed by {@code Model}, with the names of the classes around it and underscores in front.
     */
    String name() default "";
}
