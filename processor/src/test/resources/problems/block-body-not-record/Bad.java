package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Block(Tower.Body.class)
@interface Tower {
    class Body { // fix: record Body(
        @Dense(units = 3) Layer dense; // fix: @Dense(units = 3) Layer dense) {
    }
}

@Model
record Bad(
        @Input(6) Layer x,
        @Tower Layer tower) {}
