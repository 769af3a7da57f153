package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector shapes behind {@link Simd}.
 *
 * <p>Touch it only where {@link Simd#AVAILABLE} is true: it does not load without {@code jdk.incubator.vector}. Keep
 * what {@link #of} returns in a {@code static final} field, or the JIT cannot tell the shape and allocates every
 * vector.
 */
public final class Species {
    /** The species of {@link Simd#LANES} lanes: the one that the JDK prefers, but of 16 lanes at most. */
    static final VectorSpecies<Float> PREFERRED =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    private Species() {}

    /**
     * Returns the species of {@link Simd#lanes}{@code (channels)} lanes, 2 to 16.
     *
     * @throws IllegalArgumentException if there is none: {@code channels} is below 2
     */
    public static VectorSpecies<Float> of(int channels) {
        int lanes = channels < 2 ? 1 : Simd.lanes(channels);
        switch (lanes) {
            case 2:
                return FloatVector.SPECIES_64;
            case 4:
                return FloatVector.SPECIES_128;
            case 8:
                return FloatVector.SPECIES_256;
            case 16:
                return FloatVector.SPECIES_512;
            default:
                throw new IllegalArgumentException("no vector species for " + channels + " channels");
        }
    }
}
