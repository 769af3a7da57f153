package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Normalises each channel by its moving statistics. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface BatchNormalization {
    /** {@return axis of the channels} */
    int axis() default -1;

    /** {@return of the moving averages; training only} */
    double momentum() default 0.99;

    /** {@return added to the variance} */
    double epsilon() default 0.001;

    /** {@return whether {@code beta} is added} */
    boolean center() default true;

    /** {@return whether the result is multiplied by {@code gamma}} */
    boolean scale() default true;
}
