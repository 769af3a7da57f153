package golden;

import dev.pleat.*;

@Model
record FromNet(
        @Input(6) Layer x,
        @Dense(units = 6) Layer a,
        @Dense(units = 6) @From("x") Layer b,
        @Add @From({"a", "b"}) Layer sum) {}
