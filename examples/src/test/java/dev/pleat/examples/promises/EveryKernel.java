package dev.pleat.examples.promises;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;
import static dev.pleat.ActivationFunction.TANH;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.AveragePooling2D;
import dev.pleat.BatchNormalization;
import dev.pleat.Block;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.To;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One layer of each kind that has a kernel of its own, of any number of channels. */
@Block(EveryKernel.Body.class)
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
@interface EveryKernel {
    @To({"conv.filters", "epilogue.filters", "residual.filters", "hidden.units", "classes.units"})
    int channels();

    record Body(
            @Conv2D(filters = GIVEN, kernelSize = 3, padding = SAME)
            Layer conv,

            @BatchNormalization Layer convNorm,
            @Activation(RELU) Layer convRelu,
            @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer depthwise,
            @BatchNormalization Layer depthwiseNorm,
            @Activation(RELU) Layer depthwiseRelu,

            @Conv2D(filters = GIVEN, kernelSize = 1, activation = RELU)
            Layer epilogue,

            @BatchNormalization Layer epilogueNorm,

            @Conv2D(filters = GIVEN, kernelSize = 3, padding = SAME)
            Layer residual,

            @Add({"residual", "epilogueNorm"}) Layer sum,
            @Activation(TANH) Layer tanh,

            @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME)
            Layer maxima,

            @AveragePooling2D(poolSize = 2, strides = 1) Layer means,
            @GlobalAveragePooling2D Layer mean,
            @Dense(units = GIVEN, activation = RELU) Layer hidden,
            @BatchNormalization Layer hiddenNorm,
            @Dense(units = GIVEN, activation = SOFTMAX) Layer classes) {}
}
