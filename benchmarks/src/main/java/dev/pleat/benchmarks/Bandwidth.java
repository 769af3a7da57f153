package dev.pleat.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Measures how fast one core reads arrays of different sizes. */
final class Bandwidth {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 8;
    private static final int LARGE = 32 << 20;
    private static final long NANOS = 150_000_000;

    private float sink;

    /** {@return GB/s, the best of many passes over so many bytes} */
    double measure(int bytes) {
        // Large arrays begin where a region of the heap does, so their cache lines are known.
        float[] data = new float[Math.max(bytes, LARGE) / Float.BYTES];
        // Short passes are timed together.
        int passes = Math.max(1, (1 << 20) / bytes);
        double best = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < NANOS || best == 0) {
            long start = System.nanoTime();
            for (int pass = 0; pass < passes; pass++) {
                sink += sum(data, bytes / Float.BYTES);
            }
            long nanos = System.nanoTime() - start;
            best = Math.max(best, (double) passes * bytes / nanos);
        }
        return best;
    }

    private static float sum(float[] data, int end) {
        int lanes = SPECIES.length();
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        int step = SUMS * lanes;
        // The values of a float[] begin 16 bytes behind its object: twelve more, and a cache line begins.
        for (int i = 12; i + step <= end; i += step) {
            s0 = s0.add(FloatVector.fromArray(SPECIES, data, i));
            s1 = s1.add(FloatVector.fromArray(SPECIES, data, i + lanes));
            s2 = s2.add(FloatVector.fromArray(SPECIES, data, i + 2 * lanes));
            s3 = s3.add(FloatVector.fromArray(SPECIES, data, i + 3 * lanes));
            s4 = s4.add(FloatVector.fromArray(SPECIES, data, i + 4 * lanes));
            s5 = s5.add(FloatVector.fromArray(SPECIES, data, i + 5 * lanes));
            s6 = s6.add(FloatVector.fromArray(SPECIES, data, i + 6 * lanes));
            s7 = s7.add(FloatVector.fromArray(SPECIES, data, i + 7 * lanes));
        }
        return s0.add(s1).add(s2).add(s3).add(s4.add(s5).add(s6).add(s7)).lane(0);
    }
}
