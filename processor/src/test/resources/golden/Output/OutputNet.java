package golden;

import dev.pleat.*;

@Model
record OutputNet(
        @Input(4) Layer x,
        @Output @Rescaling(scale = 2) Layer twice,
        @Output @Dropout(0.5) Layer same,
        @Reshape({2, 2}) Layer square) {}
