package golden;

import dev.pleat.*;

@Model
record RescalingNet(
        @Input({4, 4, 3}) Layer x,
        @Rescaling(scale = {0.5, 1, 2}, offset = -1) Layer y) {}
