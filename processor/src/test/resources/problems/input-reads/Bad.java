package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Flatten Layer flat,
        @Input(3) @From("flat") Layer more, // fix: @Input(3) Layer more,
        @Concatenate({"flat", "more"}) Layer all) {}

