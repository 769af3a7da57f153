package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({16, 16, 16}) Layer stem,
        @Conv2D(filters = 32, kernelSize = 3, strides = 2, padding = SAME) Layer conv1, // fix: @Conv2D(filters = 32, kernelSize = 3, padding = SAME) Layer conv1,
        @Conv2D(filters = 32, kernelSize = 3, padding = SAME) Layer conv2, // fix: @Conv2D(filters = 16, kernelSize = 3, padding = SAME) Layer conv2,
        @Add({"conv2", "stem"}) Layer sum) {}

