package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
interface Bad { // fix: record Bad(
    Layer x = null; // fix: @Input(3) Layer x,
    Layer y = null; // fix: @Dense(units = 3) Layer y) {
}
