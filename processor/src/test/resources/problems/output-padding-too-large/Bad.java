package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Conv2DTranspose(filters = 4, kernelSize = 3, strides = 2, outputPadding = 2) Layer bad) {} // fix: @Conv2DTranspose(filters = 4, kernelSize = 3, strides = 2, outputPadding = 1) Layer bad) {}
