package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @ELU(alpha = Double.NaN) Layer bad) {} // fix: @ELU(alpha = 1) Layer bad) {}
