package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/** The vector form of {@link ScalarUpSampling}; the last vector may overlap the one before it. */
final class VectorUpSampling {
    private static final int LANES = Lanes.COUNT;

    private VectorUpSampling() {}

    static void blend(
            float[] x, int above, int below, int right, float[] y, int yAt, int channels, float down, float across) {
        if (channels < LANES) {
            ScalarUpSampling.blend(x, above, below, right, y, yAt, channels, down, across);
            return;
        }
        FloatVector acrosses = Lanes.all(across);
        FloatVector downs = Lanes.all(down);
        for (int i = 0; i < channels; i += LANES) {
            int at = Math.min(i, channels - LANES);
            FloatVector first = between(Lanes.load(x, above + at), Lanes.load(x, above + right + at), acrosses);
            FloatVector second = between(Lanes.load(x, below + at), Lanes.load(x, below + right + at), acrosses);
            Lanes.store(between(first, second, downs), y, yAt + at);
        }
    }

    private static FloatVector between(FloatVector from, FloatVector to, FloatVector way) {
        return Lanes.fma(Lanes.sub(to, from), way, from);
    }
}
