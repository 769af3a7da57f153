package golden;

import dev.pleat.*;

@Model
record ContribBatchNormNet(
        @Input(6) Layer x,
        @Dense(units = 4, useBias = false) Layer dense,
        @ContribBatchNorm(activationFn = ActivationFunction.RELU) Layer y) {}
