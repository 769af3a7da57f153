package golden;

import dev.pleat.*;

@Model
record ReshapeNet(
        @Input({4, 6}) Layer x,
        @Reshape({2, -1, 3}) Layer y) {}
