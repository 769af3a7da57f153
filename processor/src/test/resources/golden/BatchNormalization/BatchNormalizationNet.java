package golden;

import dev.pleat.*;

@Model
record BatchNormalizationNet(
        @Input({4, 4, 3}) Layer x,
        @Conv2D(filters = 4, kernelSize = 1, useBias = false) Layer conv,
        @BatchNormalization(epsilon = 1e-5) Layer folded,
        @ReLU Layer relu,
        @BatchNormalization(scale = false) Layer epilogue,
        @MaxPooling2D(2) Layer pool,
        @BatchNormalization(axis = 1, center = false) Layer y) {}
