package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Conv1D(filters = 3, kernelSize = 2) Layer bad) {} // fix: @Reshape({8, 32}) Layer shaped, @Conv1D(filters = 3, kernelSize = 2) Layer bad) {}
