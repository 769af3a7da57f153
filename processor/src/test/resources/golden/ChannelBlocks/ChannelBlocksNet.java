package golden;

import dev.pleat.*;

/** A large depthwise convolution of many channels: two rows and, with 32 registers, 128 of its channels at a time. */
@Model
record ChannelBlocksNet(
        @Input({15, 15, 256}) Layer x,
        @DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.RELU6) Layer y) {}
