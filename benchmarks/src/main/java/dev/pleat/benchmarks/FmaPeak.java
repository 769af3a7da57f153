package dev.pleat.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Measures the most fused multiply-adds of float32 that one core does in a second. */
final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10;
    private static final int ROUNDS = 2000;
    private static final int REPEATS = 400;

    private FmaPeak() {}

    /** {@return GFLOP/s, a multiply-add counted as two} */
    static double measure() {
        float[] data = new float[CHAINS * SPECIES.length()];
        double best = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                chains(data);
            }
            long nanos = System.nanoTime() - begin;
            best = Math.max(best, 2.0 * CHAINS * SPECIES.length() * ROUNDS * 10 / nanos);
        }
        return best;
    }

    /**
     * Ten chains hide the latency of four or five cycles on two units. Products are added to sums, as kernels do: of other
     * forms HotSpot copies a vector for each.
     */
    private static void chains(float[] data) {
        int lanes = SPECIES.length();
        FloatVector x = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector y = FloatVector.broadcast(SPECIES, 1f);
        FloatVector a0 = FloatVector.fromArray(SPECIES, data, 0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, data, lanes);
        FloatVector a2 = FloatVector.fromArray(SPECIES, data, 2 * lanes);
        FloatVector a3 = FloatVector.fromArray(SPECIES, data, 3 * lanes);
        FloatVector a4 = FloatVector.fromArray(SPECIES, data, 4 * lanes);
        FloatVector a5 = FloatVector.fromArray(SPECIES, data, 5 * lanes);
        FloatVector a6 = FloatVector.fromArray(SPECIES, data, 6 * lanes);
        FloatVector a7 = FloatVector.fromArray(SPECIES, data, 7 * lanes);
        FloatVector a8 = FloatVector.fromArray(SPECIES, data, 8 * lanes);
        FloatVector a9 = FloatVector.fromArray(SPECIES, data, 9 * lanes);
        for (int i = 0; i < ROUNDS; i++) {
            a0 = x.fma(y, a0);
            a1 = x.fma(y, a1);
            a2 = x.fma(y, a2);
            a3 = x.fma(y, a3);
            a4 = x.fma(y, a4);
            a5 = x.fma(y, a5);
            a6 = x.fma(y, a6);
            a7 = x.fma(y, a7);
            a8 = x.fma(y, a8);
            a9 = x.fma(y, a9);
        }
        a0.add(a1).add(a2).add(a3).add(a4).intoArray(data, 0);
        a5.add(a6).add(a7).add(a8).add(a9).intoArray(data, lanes);
    }
}
