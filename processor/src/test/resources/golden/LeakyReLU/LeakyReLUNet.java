package golden;

import dev.pleat.*;

@Model
record LeakyReLUNet(
        @Input(6) Layer x,
        @LeakyReLU Layer standard,
        @LeakyReLU(0.1) Layer y) {}
