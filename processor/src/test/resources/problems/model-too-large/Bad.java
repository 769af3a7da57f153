package problems;

import static dev.pleat.ActivationFunction.*;
import static dev.pleat.Block.GIVEN;
import static dev.pleat.DataFormat.*;
import static dev.pleat.Padding.*;

import dev.pleat.*;

@Model
record Bad(
        @Input({8192, 8192, 4}) Layer image, // fix: @Input({64, 64, 4}) Layer image,
        @Activation(SIGMOID) @From("image") @Output Layer a0,
        @Activation(SIGMOID) @From("image") @Output Layer a1,
        @Activation(SIGMOID) @From("image") @Output Layer a2,
        @Activation(SIGMOID) @From("image") @Output Layer a3,
        @Activation(SIGMOID) @From("image") @Output Layer a4,
        @Activation(SIGMOID) @From("image") @Output Layer a5,
        @Activation(SIGMOID) @From("image") @Output Layer a6,
        @Activation(SIGMOID) @From("image") @Output Layer a7,
        @Activation(SIGMOID) @From("image") @Output Layer a8,
        @Identity Layer last) {}

