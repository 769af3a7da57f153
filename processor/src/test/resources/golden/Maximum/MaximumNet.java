package golden;

import dev.pleat.*;

@Model
record MaximumNet(
        @Input(4) Layer a,
        @Input(4) Layer b,
        @Maximum({"a", "b"}) Layer y) {}
