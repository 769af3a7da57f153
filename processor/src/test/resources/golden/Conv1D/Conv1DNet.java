package golden;

import dev.pleat.*;

@Model
record Conv1DNet(
        @Input({12, 3}) Layer x,
        @Conv1D(filters = 4, kernelSize = 3, strides = 2, padding = Padding.CAUSAL, activation = ActivationFunction.LEAKY_RELU) Layer causal,
        @Conv1D(filters = 4, kernelSize = 2, dilationRate = 2, groups = 2) Layer y) {}
