package golden;

import dev.pleat.*;

@Model
record AlphaDropoutNet(
        @Input(6) Layer x,
        @AlphaDropout(0.5) Layer nothing,
        @ReLU Layer y) {}
