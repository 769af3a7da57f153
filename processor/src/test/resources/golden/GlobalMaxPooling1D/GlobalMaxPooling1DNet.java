package golden;

import dev.pleat.*;

@Model
record GlobalMaxPooling1DNet(
        @Input({8, 3}) Layer x,
        @GlobalMaxPooling1D Layer y) {}
