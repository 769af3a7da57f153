package golden;

import dev.pleat.*;

@Model
record ZeroPadding1DNet(
        @Input({4, 3}) Layer x,
        @ZeroPadding1D({2, 1}) Layer y) {}
