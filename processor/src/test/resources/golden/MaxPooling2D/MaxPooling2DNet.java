package golden;

import dev.pleat.*;

@Model
record MaxPooling2DNet(
        @Input({8, 8, 3}) Layer x,
        @MaxPooling2D Layer half,
        @MaxPooling2D(poolSize = {3, 2}, strides = 1, padding = Padding.SAME) Layer y) {}
