package dev.pleat.examples.digits;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SOFTMAX;

import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;
import dev.pleat.Rescaling;

/** {@link DigitsCnn} without its norm, for weights into which it was folded wrongly. */
@Model
record FoldedThroughRelu(
        @Input({28, 28, 1}) Layer image,
        @Rescaling(scale = 1 / 255.) Layer scaled,

        @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
        Layer conv,

        @MaxPooling2D Layer pool,
        @Flatten Layer flat,
        @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
