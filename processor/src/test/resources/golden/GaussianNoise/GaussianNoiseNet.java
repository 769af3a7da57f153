package golden;

import dev.pleat.*;

@Model
record GaussianNoiseNet(
        @Input(6) Layer x,
        @GaussianNoise(0.1) Layer nothing,
        @ReLU Layer y) {}
