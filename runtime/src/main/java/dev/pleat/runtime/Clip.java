package dev.pleat.runtime;

/**
 * How vectors are clipped from below at zero, and from above: as integers, which floats are in the same order as as long
 * as they are not negative.
 *
 * <p>The smaller and the larger of floats, as Java defines them for zeros and NaNs, take six instructions each on x86
 * processors, most of them on the units that also multiply; of integers they take one. So a relu is the larger of a
 * number's bits and 0. NaNs are integers above that of infinity: for the smaller of two, {@link #NANS} is added, which
 * makes them wrap around to the smallest integers, and subtracted afterwards.
 *
 * <p>That keeps NaNs whose sign is positive, and makes those zero whose sign is negative. So models make the NaNs that
 * they are given positive, see {@link Nans}, and what is computed from those has their sign. Sums that exceed the range
 * of floats may become negative NaNs.
 */
public final class Clip {
    /** What makes a NaN a negative integer when it is added, and nothing else that is not negative. */
    public static final int NANS = Integer.MAX_VALUE - 0x7f800000;

    private Clip() {}

    /**
     * Returns a float clipped as vectors are. Comparisons, since to the first compiler {@link Math#max} is a call, and the
     * second throws away what it compiled for lack of zeros and NaNs when it meets the first.
     *
     * @param least 0, or negative infinity for no bound
     * @param most the largest result, above 0; positive infinity for no bound
     */
    static float scalar(float v, float least, float most) {
        float above = v <= least ? least : v;
        return above >= most ? most : above;
    }

    /**
     * Returns the integer not to fall below.
     *
     * @param least 0, or negative infinity for no bound
     */
    public static int low(float least) {
        return least == 0f ? 0 : Integer.MIN_VALUE;
    }

    /**
     * Returns the integer not to exceed, {@link #NANS} included.
     *
     * @param most the largest result, above 0; positive infinity for no bound
     */
    public static int high(float most) {
        return Float.floatToRawIntBits(most) + NANS;
    }
}
