package golden;

import dev.pleat.*;

@Model
record DepthwiseConv1DNet(
        @Input({9, 4}) Layer x,
        @DepthwiseConv1D(kernelSize = 3, padding = Padding.SAME) Layer y) {}
