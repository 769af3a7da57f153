package golden;

import dev.pleat.*;

@Model
record Conv2DNet(
        @Input({8, 8, 3}) Layer x,
        @Conv2D(filters = 8, kernelSize = 3, strides = 2, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer strided,
        @Conv2D(filters = 4, kernelSize = {2, 1}, groups = 2, useBias = false) Layer y) {}
