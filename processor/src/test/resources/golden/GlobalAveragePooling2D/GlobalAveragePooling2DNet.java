package golden;

import dev.pleat.*;

@Model
record GlobalAveragePooling2DNet(
        @Input({8, 8, 3}) Layer x,
        @GlobalAveragePooling2D Layer y) {}
