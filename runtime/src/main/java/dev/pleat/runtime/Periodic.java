package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/**
 * Vectors of a few floats repeated: lane {@code l} of vector {@code phase} holds {@code w[at + (phase LANES + l) % period]},
 * for periods below the number of lanes.
 */
final class Periodic {
    private static final int LANES = Lanes.COUNT;

    /** By period: 1 at its multiples, else 0. From {@code period - k} on, 1 where a repeated span has its k-th float. */
    private static final float[][] COMBS = combs();

    private Periodic() {}

    /** Returns after how many vectors they repeat. */
    static int phases(int period) {
        return period / Math.min(Integer.lowestOneBit(period), LANES);
    }

    // By multiplication, since lanes cannot be picked from memory on every CPU. An infinite or NaN weight spoils its
    // neighbours too.
    static FloatVector vector(float[] w, int at, int period, int phase) {
        float[] comb = COMBS[period];
        int first = phase * LANES % period;
        FloatVector sum = Lanes.all(0f);
        for (int k = 0; k < period; k++) {
            int from = (first + period - k) % period;
            sum = Lanes.add(sum, Lanes.mul(Lanes.load(comb, from), Lanes.all(w[at + k])));
        }
        return sum;
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
