package golden;

import dev.pleat.*;

@Model
record DepthwiseConv2DNet(
        @Input({6, 6, 4}) Layer x,
        @DepthwiseConv2D(kernelSize = 3, strides = 2, activation = ActivationFunction.RELU6) Layer strided,
        @DepthwiseConv2D(kernelSize = 2, depthMultiplier = 2) Layer y) {}
