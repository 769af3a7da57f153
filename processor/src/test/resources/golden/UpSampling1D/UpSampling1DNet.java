package golden;

import dev.pleat.*;

@Model
record UpSampling1DNet(
        @Input({4, 3}) Layer x,
        @UpSampling1D(3) Layer y) {}
