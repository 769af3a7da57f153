package golden;

import dev.pleat.*;

@Model
record IdentityNet(
        @Input(6) Layer x,
        @Identity Layer nothing,
        @ReLU Layer y) {}
