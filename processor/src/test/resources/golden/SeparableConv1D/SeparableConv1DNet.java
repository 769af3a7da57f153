package golden;

import dev.pleat.*;

@Model
record SeparableConv1DNet(
        @Input({9, 3}) Layer x,
        @SeparableConv1D(filters = 4, kernelSize = 3) Layer y) {}
