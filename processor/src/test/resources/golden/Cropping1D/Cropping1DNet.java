package golden;

import dev.pleat.*;

@Model
record Cropping1DNet(
        @Input({6, 3}) Layer x,
        @Cropping1D({2, 1}) Layer y) {}
