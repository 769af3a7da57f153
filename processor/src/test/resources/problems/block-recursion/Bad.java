package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Block(Ping.Body.class)
@interface Ping {
    record Body(
            @Dense(units = 3) Layer dense,
            @Pong Layer pong) {} // fix: @Identity Layer pong) {}
}

@Block(Pong.Body.class)
@interface Pong {
    record Body(
            @Dense(units = 3) Layer dense,
            @Ping Layer ping) {}
}

@Model
record Bad(
        @Input(6) Layer x,
        @Ping Layer ping) {}
