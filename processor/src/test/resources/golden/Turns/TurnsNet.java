package golden;

import dev.pleat.*;

/** Clips behind tiles, a depthwise convolution in bands, and pixels that are apart. */
@Model
record TurnsNet(
        @Input({96, 96, 16}) Layer x,
        @Conv2D(filters = 16, kernelSize = 1, activation = ActivationFunction.RELU6) Layer expand,
        @DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME, strides = 2) Layer depthwise,
        @Conv2D(filters = 1152, kernelSize = 1, activation = ActivationFunction.RELU) Layer wide,
        @Conv2D(filters = 256, kernelSize = 1) Layer deep,
        @GlobalAveragePooling2D Layer y) {}
