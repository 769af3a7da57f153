package golden;

import dev.pleat.*;

@Model
record ReLUNet(
        @Input(6) Layer x,
        @ReLU(maxValue = 6, negativeSlope = 0.1, threshold = 0.5) Layer y) {}
