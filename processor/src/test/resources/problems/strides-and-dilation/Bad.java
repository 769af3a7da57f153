package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Conv2D(filters = 4, kernelSize = 2, strides = 2, dilationRate = 2) Layer bad) {} // fix: @Conv2D(filters = 4, kernelSize = 2, strides = 1, dilationRate = 2) Layer bad) {}
