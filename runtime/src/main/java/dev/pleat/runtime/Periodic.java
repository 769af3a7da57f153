package dev.pleat.runtime;

/**
 * Combs, to make vectors of a few floats repeated: lane {@code l} of vector {@code phase} is to hold float
 * {@code (phase LANES + l) % period}, for periods below the number of lanes.
 *
 * <p>It is the sum, over {@code k}, of float {@code k} times the comb from {@link #from} on: by multiplication, since
 * not every CPU can pick lanes from memory. An infinite or NaN float spoils its neighbours too. The sum is left to the
 * caller, since a method that returns a vector allocates it wherever C2 does not inline that method.
 */
final class Periodic {
    private static final int LANES = Lanes.COUNT;

    private static final float[][] COMBS = combs();

    private Periodic() {}

    /** Returns after how many vectors they repeat. */
    static int phases(int period) {
        return period / Math.min(Integer.lowestOneBit(period), LANES);
    }

    /** Returns 1 at the multiples of {@code period}, else 0. */
    static float[] comb(int period) {
        return COMBS[period];
    }

    /** Returns where in the comb the lanes begin that float {@code k} goes to. */
    static int from(int period, int phase, int k) {
        return (phase * LANES % period + period - k) % period;
    }

    private static float[][] combs() {
        float[][] combs = new float[LANES][];
        for (int period = 1; period < LANES; period++) {
            combs[period] = new float[LANES + period];
            for (int i = 0; i < LANES + period; i += period) {
                combs[period][i] = 1f;
            }
        }
        return combs;
    }
}
