package golden;

import dev.pleat.*;

@Model
record DenseNet(
        @Input({3, 7}) Layer x,
        @Dense(units = 8, activation = ActivationFunction.RELU) Layer hidden,
        @Dense(units = 5, useBias = false, activation = ActivationFunction.SOFTMAX) Layer y) {}
