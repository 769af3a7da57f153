package golden;

import dev.pleat.*;

@Model
record DropoutNet(
        @Input(6) Layer x,
        @Dropout(0.5) Layer nothing,
        @ReLU Layer y) {}
