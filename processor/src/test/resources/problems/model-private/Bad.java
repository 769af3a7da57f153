package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

class Outer {
    @Model
    private record Bad( // fix: record Bad(
            @Input(6) Layer x,
            @Dense(units = 2) Layer y) {}
}
