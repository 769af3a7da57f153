package golden;

import dev.pleat.*;

@Model
record NormalizationNet(
        @Input({4, 4, 3}) Layer x,
        @Normalization(mean = {1, 2, 3}, variance = 4) Layer given,
        @Normalization Layer loaded,
        @ReLU Layer relu,
        @Normalization(invert = true) Layer y) {}
