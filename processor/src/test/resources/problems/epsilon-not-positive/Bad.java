package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @BatchNormalization(epsilon = 0) Layer bad) {} // fix: @BatchNormalization(epsilon = 0.001) Layer bad) {}
