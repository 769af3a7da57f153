package golden;

import dev.pleat.*;

@Model
record Cropping2DNet(
        @Input({6, 6, 3}) Layer x,
        @Cropping2D({1, 2}) Layer y) {}
