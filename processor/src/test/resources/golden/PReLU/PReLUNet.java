package golden;

import dev.pleat.*;

@Model
record PReLUNet(
        @Input({4, 4, 3}) Layer x,
        @PReLU(sharedAxes = {1, 2}) Layer shared,
        @PReLU Layer y) {}
