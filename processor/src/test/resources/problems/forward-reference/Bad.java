package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Dense(units = 4) @From("later") Layer early, // fix:
        @Dense(units = 4) @From("image") Layer later,
        @Dense(units = 4) @From("early") Layer last) {} // fix: @Dense(units = 4) @From("later") Layer early, @Dense(units = 4) @From("early") Layer last) {}
