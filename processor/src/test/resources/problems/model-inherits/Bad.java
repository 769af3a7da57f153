package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

class Base {
    @Input(6) Layer x; // fix:
}

@Model
class Bad extends Base {
    @Input(6) Layer more;
    @Dense(units = 2) Layer y;
}
