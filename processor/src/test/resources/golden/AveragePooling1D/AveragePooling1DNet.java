package golden;

import dev.pleat.*;

@Model
record AveragePooling1DNet(
        @Input({8, 3}) Layer x,
        @AveragePooling1D(2) Layer y) {}
