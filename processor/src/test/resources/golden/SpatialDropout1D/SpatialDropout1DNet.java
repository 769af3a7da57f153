package golden;

import dev.pleat.*;

@Model
record SpatialDropout1DNet(
        @Input({4, 3}) Layer x,
        @SpatialDropout1D(0.5) Layer nothing,
        @ReLU Layer y) {}
