package golden;

import dev.pleat.*;

@Model
record MaxPooling1DNet(
        @Input({8, 3}) Layer x,
        @MaxPooling1D(poolSize = 3, strides = 2, padding = Padding.SAME) Layer y) {}
