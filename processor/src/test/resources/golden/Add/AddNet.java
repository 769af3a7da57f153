package golden;

import dev.pleat.*;

@Model
record AddNet(
        @Input({3, 4}) Layer a,
        @Input(4) Layer b,
        @Add({"a", "b", "a"}) Layer y) {}
