package golden;

import dev.pleat.*;

@Model
record GlobalMaxPooling2DNet(
        @Input({3, 8, 8}) Layer x,
        @GlobalMaxPooling2D(dataFormat = DataFormat.CHANNELS_FIRST, keepdims = true) Layer y) {}
