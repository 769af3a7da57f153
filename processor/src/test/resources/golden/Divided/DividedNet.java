package golden;

import dev.pleat.*;

/** Steps with work enough for several threads, in two phases, with borders, and one that is not worth dividing. */
@Model
record DividedNet(
        @Input({20, 20, 16}) Layer x,
        @Conv2D(filters = 16, kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.SWISH) Layer conv,
        @DepthwiseConv2D(kernelSize = 5, padding = Padding.SAME) Layer depthwise,
        @MaxPooling2D(poolSize = 3, strides = 1) Layer pool,
        @Add({"pool", "pool"}) Layer sum,
        @Flatten Layer flat,
        @Dense(units = 2) Layer y) {}
