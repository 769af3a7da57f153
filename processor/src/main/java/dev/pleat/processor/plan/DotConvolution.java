package dev.pleat.processor.plan;

/**
 * Which convolutions of too few output channels for vectors of them are computed as dot products of windows and rows of
 * weights.
 */
public final class DotConvolution {

    /** Output channels of a group from which on there are vectors of them: HotSpot 17 boxes vectors of two lanes. */
    public static final int FEWEST_CHANNELS = 4;

    /** Numbers that follow each other in a window from which on at least one vector of them is full. */
    private static final int FEWEST_NUMBERS = Registers.WIDE.lanes();

    /** Pixels beside each other that are computed together. */
    private static final int PIXELS = 4;

    /** Floats that a kernel needs for itself: those of the runtime's {@code DotConvolution.WORK}. */
    public static final int WORK = PIXELS * Registers.WIDE.lanes();

    private DotConvolution() {}

    /** Returns whether a contraction is computed so. */
    public static boolean apply(Contraction contraction) {
        return !contraction.depthwise()
                && contraction.outputs() < FEWEST_CHANNELS
                && contraction.pixels().cols() >= PIXELS
                && contraction.reduction().get(2).count() >= FEWEST_NUMBERS;
    }
}
