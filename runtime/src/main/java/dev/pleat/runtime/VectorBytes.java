package dev.pleat.runtime;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector form of {@link Copy#bytes}, of one span of {@link Simd#LANES} bytes at least, for 8 lanes or more: there is no
 * vector of four bytes. A negative length asks for nothing but to be counted, for {@link WarmUp}.
 */
final class VectorBytes {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

    /** As many bytes as {@link #SPECIES} has floats. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(LANES, 8) * Byte.SIZE));

    private VectorBytes() {}

    static void span(byte[] x, int xAt, float[] y, int yAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int last = n - LANES;
        for (int i = 0; i < last; i += LANES) {
            vector(x, xAt + i, y, yAt + i);
        }
        vector(x, xAt + last, y, yAt + last);
    }

    // Bytes convert as signed: flipping the highest bit takes 128 away, which is added again afterwards.
    private static void vector(byte[] x, int xAt, float[] y, int yAt) {
        ByteVector bytes = ByteVector.fromArray(BYTES, x, xAt).lanewise(VectorOperators.XOR, Byte.MIN_VALUE);
        FloatVector floats = (FloatVector) bytes.convertShape(VectorOperators.B2F, SPECIES, 0);
        floats.add(128f).intoArray(y, yAt);
    }
}
