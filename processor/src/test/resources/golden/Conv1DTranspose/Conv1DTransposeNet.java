package golden;

import dev.pleat.*;

@Model
record Conv1DTransposeNet(
        @Input({5, 3}) Layer x,
        @Conv1DTranspose(filters = 4, kernelSize = 3, strides = 2, outputPadding = 0) Layer y) {}
