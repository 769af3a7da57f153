package golden;

import dev.pleat.*;

@Model
record MultiplyNet(
        @Input({2, 2, 4}) Layer a,
        @Input({1, 1, 4}) Layer b,
        @Multiply({"a", "b"}) Layer y) {}
