package golden;

import dev.pleat.*;

@Model
record MinimumNet(
        @Input(4) Layer a,
        @Input(4) Layer b,
        @Minimum({"a", "b"}) Layer y) {}
