package golden;

import dev.pleat.*;

@Model
record PredictBatchNet(
        @Input({6, 6, 2}) Layer image,
        @MaxPooling2D(2) Layer pool,
        @Flatten Layer flat,
        @Input(14) Layer vector,
        @Concatenate({"flat", "vector"}) Layer both,
        @Output @Dense(units = 200, activation = ActivationFunction.RELU) Layer hidden,
        @Dense(units = 5, activation = ActivationFunction.SOFTMAX) Layer y) {}
