package golden;

import dev.pleat.*;

@Model
record RepeatVectorNet(
        @Input(5) Layer x,
        @RepeatVector(3) Layer y) {}
