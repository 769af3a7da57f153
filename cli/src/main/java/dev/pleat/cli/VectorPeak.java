package dev.pleat.cli;

import dev.pleat.runtime.Simd;
import dev.pleat.runtime.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The multiply-adds that this machine's vector units do at most. Touch it only where {@link Simd#AVAILABLE} is true. */
final class VectorPeak {
    /** Independent sums hide the latency of a multiply-add: four or five cycles, on two units. */
    static final int CHAINS = 10;

    private static final VectorSpecies<Float> SPECIES = Species.of(Simd.LANES);

    private VectorPeak() {}

    static void run(float[] data, int rounds) {
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
        for (int i = 0; i < rounds; i++) {
            a0 = a0.fma(x, y);
            a1 = a1.fma(x, y);
            a2 = a2.fma(x, y);
            a3 = a3.fma(x, y);
            a4 = a4.fma(x, y);
            a5 = a5.fma(x, y);
            a6 = a6.fma(x, y);
            a7 = a7.fma(x, y);
            a8 = a8.fma(x, y);
            a9 = a9.fma(x, y);
        }
        a0.add(a1).add(a2).add(a3).add(a4).intoArray(data, 0);
        a5.add(a6).add(a7).add(a8).add(a9).intoArray(data, lanes);
    }

    /** The same with a multiplication and an addition, where fused ones are no instruction. */
    static void runApart(float[] data, int rounds) {
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
        for (int i = 0; i < rounds; i++) {
            a0 = a0.mul(x).add(y);
            a1 = a1.mul(x).add(y);
            a2 = a2.mul(x).add(y);
            a3 = a3.mul(x).add(y);
            a4 = a4.mul(x).add(y);
            a5 = a5.mul(x).add(y);
            a6 = a6.mul(x).add(y);
            a7 = a7.mul(x).add(y);
            a8 = a8.mul(x).add(y);
            a9 = a9.mul(x).add(y);
        }
        a0.add(a1).add(a2).add(a3).add(a4).intoArray(data, 0);
        a5.add(a6).add(a7).add(a8).add(a9).intoArray(data, lanes);
    }
}
