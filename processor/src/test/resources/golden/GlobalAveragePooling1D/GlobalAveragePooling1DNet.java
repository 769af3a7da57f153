package golden;

import dev.pleat.*;

@Model
record GlobalAveragePooling1DNet(
        @Input({8, 3}) Layer x,
        @GlobalAveragePooling1D(keepdims = true) Layer y) {}
