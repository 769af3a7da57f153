package dev.pleat.examples.digits;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;

import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;

/** {@link DigitsCnn} as it was trained: on pixels from 0 to 1. */
@Model
record UnitDigitsCnn(
        @Input({28, 28, 1}) Layer image,

        @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
        Layer conv,

        @BatchNormalization Layer norm,
        @MaxPooling2D Layer pool,
        @Flatten Layer flat,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
