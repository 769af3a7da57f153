package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.INT_CLASS;
import static dev.pleat.runtime.Lanes.INT_SPECIES;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** The vector form of the search of {@link Nans}. For the style see {@link Lanes}. */
final class VectorNans {
    private static final int LANES = Lanes.COUNT;

    private VectorNans() {}

    /**
     * Returns the largest bits of at least {@code LANES} floats, their signs left out; a negative length asks for nothing but
     * to be counted, for {@link WarmUp}.
     */
    static int largestMagnitude(float[] s, int at, int length) {
        if (length < 0) {
            for (int i = length; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return 0;
        }
        IntVector largest = IntVector.zero(INT_SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector v =
                    (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, at + Math.min(i, length - LANES)));
            // not abs, which leaves the sign of NaNs as long as HotSpot has not compiled it
            IntVector bits = (IntVector) INT_CLASS.cast(v.reinterpretShape(INT_SPECIES, 0));
            bits = (IntVector) INT_CLASS.cast(bits.and(Nans.MAGNITUDE));
            largest = (IntVector) INT_CLASS.cast(bits.max(largest));
        }
        return ((IntVector) INT_CLASS.cast(largest)).reduceLanes(VectorOperators.MAX);
    }
}
