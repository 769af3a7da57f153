package golden;

import dev.pleat.*;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Model
record BlockNet(
        @Input({6, 6, 4}) Layer x,
        @BlockNet.Separable(filters = 4) Layer first,
        @BlockNet.Separable(filters = 4) Layer second,
        @BlockNet.Separable(filters = 6, strides = 2) Layer last) {

    @Block(Separable.Body.class)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
    @Retention(RetentionPolicy.CLASS)
    @interface Separable {
        @To("pointwise.filters")
        int filters();

        @To("depthwise.strides")
        int strides() default 1;

        record Body(
                @DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME) Layer depthwise,
                @BatchNormalization Layer depthwiseNorm,
                @Conv2D(filters = Block.GIVEN, kernelSize = 1, activation = ActivationFunction.RELU) Layer pointwise) {}
    }
}
