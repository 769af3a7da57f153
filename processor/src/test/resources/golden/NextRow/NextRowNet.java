package golden;

import dev.pleat.*;

/** Tiles that begin in one row and end in the next, clipped behind them, in front of a convolution that reads a border. */
@Model
record NextRowNet(
        @Input({7, 7, 24}) Layer x,
        @Conv2D(filters = 48, kernelSize = 1, activation = ActivationFunction.RELU6) Layer expand,
        @DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME) Layer y) {}
