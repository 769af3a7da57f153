package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes an annotation a layer of the user, made of other layers. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Block {
    /** Stands for a number that the block gives with {@link To}. */
    int GIVEN = Integer.MIN_VALUE;

    /** {@return the record of the layers of the block} */
    Class<?> value();
}
