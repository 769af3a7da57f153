package dev.pleat.runtime;

import jdk.incubator.vector.VectorShape;

/**
 * How large the vectors are that the JDK prefers, without the classes of vectors themselves: those take ten milliseconds
 * to load. Touch it only where the module {@code jdk.incubator.vector} is readable.
 */
final class Shapes {
    private static final int MOST_LANES = 16;

    private Shapes() {}

    /** Returns the floats of a vector of the preferred shape, at most 16. */
    static int preferredLanes() {
        return Math.min(MOST_LANES, VectorShape.preferredShape().vectorBitSize() / Float.SIZE);
    }
}
