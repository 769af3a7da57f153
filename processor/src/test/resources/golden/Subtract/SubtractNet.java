package golden;

import dev.pleat.*;

@Model
record SubtractNet(
        @Input(4) Layer a,
        @Input(4) Layer b,
        @Subtract({"a", "b"}) Layer y) {}
