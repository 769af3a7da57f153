package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Batch norm as {@code tf.contrib.layers.batch_norm} has it. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ContribBatchNorm {
    /** {@return of the moving averages; training only} */
    double decay() default 0.999;

    /** {@return whether {@code beta} is added} */
    boolean center() default true;

    /** {@return whether the result is multiplied by {@code gamma}} */
    boolean scale() default false;

    /** {@return added to the variance} */
    double epsilon() default 0.001;

    /** {@return function applied to the result} */
    ActivationFunction activationFn() default ActivationFunction.LINEAR;

    /** {@return {@code "NHWC"} or {@code "NCHW"}} */
    String dataFormat() default "NHWC";

    /** {@return must be false} */
    boolean isTraining() default false;
}
