package golden;

import dev.pleat.*;

@Model
record UpSampling2DNet(
        @Input({4, 4, 3}) Layer x,
        @UpSampling2D({2, 3}) Layer nearest,
        @UpSampling2D(interpolation = Interpolation.BILINEAR) Layer y) {}
