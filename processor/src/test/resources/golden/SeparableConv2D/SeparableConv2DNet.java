package golden;

import dev.pleat.*;

@Model
record SeparableConv2DNet(
        @Input({6, 6, 3}) Layer x,
        @SeparableConv2D(filters = 4, kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer y) {}
