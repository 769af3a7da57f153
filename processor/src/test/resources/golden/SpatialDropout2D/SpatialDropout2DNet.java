package golden;

import dev.pleat.*;

@Model
record SpatialDropout2DNet(
        @Input({4, 4, 3}) Layer x,
        @SpatialDropout2D(0.5) Layer nothing,
        @ReLU Layer y) {}
