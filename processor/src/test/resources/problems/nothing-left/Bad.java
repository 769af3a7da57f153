package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Cropping2D(4) Layer bad) {} // fix: @Cropping2D(3) Layer bad) {}
