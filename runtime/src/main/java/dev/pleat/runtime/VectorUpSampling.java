package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector form of {@link ScalarUpSampling}; the last vector may overlap the one before it. */
final class VectorUpSampling {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

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
            FloatVector first = between(load(x, above + at), load(x, above + right + at), acrosses);
            FloatVector second = between(load(x, below + at), load(x, below + right + at), acrosses);
            between(first, second, downs).intoArray(y, yAt + at);
        }
    }

    private static FloatVector between(FloatVector from, FloatVector to, FloatVector way) {
        return Species.fma(to.sub(from), way, from);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
