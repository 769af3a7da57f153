package golden;

import dev.pleat.*;

@Model
record AverageNet(
        @Input(4) Layer a,
        @Input(4) Layer b,
        @Average({"a", "b"}) Layer y) {}
