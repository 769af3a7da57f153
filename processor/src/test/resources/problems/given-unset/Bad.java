package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Block(Tower.Body.class)
@interface Tower {
    @To("conv.dilationRate") // fix: @To("conv.filters")
    int filters();

    record Body(
            @Conv2D(filters = GIVEN, kernelSize = 3) Layer conv) {}
}

@Model
record Bad(
        @Input({8, 8, 4}) Layer image,
        @Tower(filters = 4) Layer tower) {}
