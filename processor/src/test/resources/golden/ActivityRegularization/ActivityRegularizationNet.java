package golden;

import dev.pleat.*;

@Model
record ActivityRegularizationNet(
        @Input(6) Layer x,
        @ActivityRegularization(l1 = 0.1, l2 = 0.2) Layer nothing,
        @ReLU Layer y) {}
