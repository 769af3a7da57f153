package golden;

import dev.pleat.*;

@Model
record GaussianDropoutNet(
        @Input(6) Layer x,
        @GaussianDropout(0.5) Layer nothing,
        @ReLU Layer y) {}
