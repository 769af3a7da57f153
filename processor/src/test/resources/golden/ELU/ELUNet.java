package golden;

import dev.pleat.*;

@Model
record ELUNet(
        @Input(6) Layer x,
        @ELU(alpha = 0.5) Layer y) {}
