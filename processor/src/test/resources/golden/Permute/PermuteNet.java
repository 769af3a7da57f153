package golden;

import dev.pleat.*;

@Model
record PermuteNet(
        @Input({2, 3, 4}) Layer x,
        @Permute({3, 1, 2}) Layer y) {}
