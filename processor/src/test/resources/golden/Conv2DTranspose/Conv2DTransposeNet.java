package golden;

import dev.pleat.*;

@Model
record Conv2DTransposeNet(
        @Input({4, 4, 3}) Layer x,
        @Conv2DTranspose(filters = 4, kernelSize = 3, strides = 2, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer y) {}
