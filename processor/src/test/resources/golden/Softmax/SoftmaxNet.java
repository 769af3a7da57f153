package golden;

import dev.pleat.*;

@Model
record SoftmaxNet(
        @Input({4, 6}) Layer x,
        @Softmax Layer last,
        @Softmax(1) Layer y) {}
