package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Dense(units = 4) Layer dense, // fix: @Input({8, 8, 4}) Layer image, @Dense(units = 4) Layer dense,
        @Input(3) Layer x, // fix:
        @Dense(units = 4) Layer last) {}

