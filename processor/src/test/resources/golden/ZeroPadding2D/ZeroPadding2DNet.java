package golden;

import dev.pleat.*;

@Model
record ZeroPadding2DNet(
        @Input({4, 4, 3}) Layer x,
        @ZeroPadding2D({1, 2, 3, 4}) Layer y) {}
