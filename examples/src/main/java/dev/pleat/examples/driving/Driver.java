package dev.pleat.examples.driving;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.ActivationFunction.SIGMOID;
import static dev.pleat.ActivationFunction.TANH;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.Add;
import dev.pleat.BatchNormalization;
import dev.pleat.Concatenate;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.From;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Multiply;
import dev.pleat.Output;

/**
 * Steers and brakes, by a camera and by what the car measures.
 *
 * @param camera what the camera sees, pixels from 0 to 1
 * @param stem the first convolution
 * @param stemNorm its batch norm
 * @param stemRelu its activation
 * @param first the first convolution of the residual block
 * @param firstNorm its batch norm
 * @param firstRelu its activation
 * @param second the second convolution of the residual block
 * @param secondNorm its batch norm
 * @param squeezed the mean of each channel
 * @param reduced what the channels have in common
 * @param gate how much each channel matters, 0 to 1
 * @param excited the channels, each times its gate
 * @param sum the residual: what the block made, and what it was given
 * @param seen its activation
 * @param down every second row and column
 * @param features the mean of each channel
 * @param car speed, acceleration, and where the wheel stands
 * @param state features of the car
 * @param all both kinds of features
 * @param joint what they say together
 * @param steering where to turn, -1 to 1
 * @param brake whether to brake, 0 to 1
 */
@Model
public record Driver(
        @Input({32, 48, 3}) Layer camera,

        @Conv2D(filters = 16, kernelSize = 5, strides = 2, padding = SAME, useBias = false)
        Layer stem,

        @BatchNormalization Layer stemNorm,
        @Activation(RELU) Layer stemRelu,

        @Conv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
        Layer first,

        @BatchNormalization Layer firstNorm,
        @Activation(RELU) Layer firstRelu,

        @Conv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
        Layer second,

        @BatchNormalization Layer secondNorm,
        @GlobalAveragePooling2D Layer squeezed,
        @Dense(units = 4, activation = RELU) Layer reduced,
        @Dense(units = 16, activation = SIGMOID) Layer gate,
        @Multiply({"secondNorm", "gate"}) Layer excited,
        @Add({"stemRelu", "excited"}) Layer sum,
        @Activation(RELU) Layer seen,

        @Conv2D(filters = 24, kernelSize = 3, strides = 2, activation = RELU)
        Layer down,

        @GlobalAveragePooling2D Layer features,
        @Input(3) Layer car,
        @Dense(units = 8, activation = RELU) Layer state,
        @Concatenate({"features", "state"}) Layer all,
        @Dense(units = 16, activation = RELU) Layer joint,
        @Output @Dense(units = 1, activation = TANH) Layer steering,

        @Dense(units = 1, activation = SIGMOID) @From("joint")
        Layer brake) {}
