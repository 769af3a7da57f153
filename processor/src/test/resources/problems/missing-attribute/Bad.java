package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input(6) Layer x,
        @RepeatVector Layer bad) {} // fix: @RepeatVector(n = 3) Layer bad) {}
