package golden;

import dev.pleat.*;

@Model
record InputNet(
        @Input({4, 6, 3}) Layer image,
        @Input(5) Layer given,
        @Flatten @From("image") Layer flat,
        @Concatenate({"flat", "given"}) Layer all) {}
