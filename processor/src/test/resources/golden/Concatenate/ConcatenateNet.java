package golden;

import dev.pleat.*;

@Model
record ConcatenateNet(
        @Input({2, 3}) Layer a,
        @Input({2, 4}) Layer b,
        @Concatenate({"a", "b"}) Layer last,
        @Concatenate(value = {"last", "last"}, axis = 1) Layer y) {}
