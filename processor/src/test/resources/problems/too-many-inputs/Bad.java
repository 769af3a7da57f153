package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Dense(units = 4) Layer dense,
        @Dense(units = 4) @From({"image", "dense"}) Layer bad) {} // fix: @Dense(units = 4) @From("dense") Layer bad) {}
