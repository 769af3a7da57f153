package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link ScalarUpSampling}; the last vector may overlap the one before it. For the style see
 * {@link Lanes}.
 */
final class VectorUpSampling {
    private static final int LANES = Lanes.COUNT;

    private VectorUpSampling() {}

    static void blend(
            float[] x, int above, int below, int right, float[] y, int yAt, int channels, float down, float across) {
        if (channels < LANES) {
            ScalarUpSampling.blend(x, above, below, right, y, yAt, channels, down, across);
            return;
        }
        FloatVector acrosses = FloatVector.broadcast(SPECIES, across);
        FloatVector downs = FloatVector.broadcast(SPECIES, down);
        for (int i = 0; i < channels; i += LANES) {
            int at = Math.min(i, channels - LANES);
            FloatVector left = FloatVector.fromArray(SPECIES, x, above + at);
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, above + right + at));
            FloatVector first = v.sub(left).mul(acrosses).add(left);
            left = FloatVector.fromArray(SPECIES, x, below + at);
            v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, below + right + at));
            FloatVector second = v.sub(left).mul(acrosses).add(left);
            second.sub(first).mul(downs).add(first).intoArray(y, yAt + at);
        }
    }
}
