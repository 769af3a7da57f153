package golden;

import dev.pleat.*;

@Model
record FlattenNet(
        @Input({3, 4, 2}) Layer x,
        @Flatten(dataFormat = DataFormat.CHANNELS_FIRST) Layer y) {}
