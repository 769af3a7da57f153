package golden;

import dev.pleat.*;

@Model
record LayerNormalizationNet(
        @Input({4, 6}) Layer x,
        @LayerNormalization Layer last,
        @LayerNormalization(axis = {1, 2}, epsilon = 1e-5, center = false) Layer y) {}
