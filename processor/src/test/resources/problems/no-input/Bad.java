package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Conv2D(filters = 4, kernelSize = 3) Layer conv, // fix: @Input({28, 28, 1}) Layer image, @Conv2D(filters = 4, kernelSize = 3) Layer conv,
        @Flatten Layer flat) {}

