package golden;

import dev.pleat.*;

@Model
record AveragePooling2DNet(
        @Input({8, 8, 3}) Layer x,
        @AveragePooling2D(poolSize = 3, strides = 2, padding = Padding.SAME) Layer y) {}
