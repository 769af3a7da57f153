package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @LayerNormalization(axis = {3, -1}) Layer bad) {} // fix: @LayerNormalization(axis = 3) Layer bad) {}
