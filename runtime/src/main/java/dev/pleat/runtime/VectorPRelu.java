package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/** The vector form of {@link PRelu}; the last vector of a run is computed first and stored last, as in VectorAffine. */
final class VectorPRelu {
    private static final int LANES = Lanes.COUNT;

    private VectorPRelu() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        if (n < LANES) {
            ScalarPRelu.apply(x, xAt, y, yAt, w, alphaAt, n, period);
        } else if (period < LANES) {
            few(x, xAt, y, yAt, w, alphaAt, n, period);
        } else {
            for (int i = 0; i < n; i += period) {
                run(x, xAt + i, y, yAt + i, w, alphaAt, Math.min(period, n - i));
            }
        }
    }

    private static void run(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n) {
        if (n < LANES) {
            ScalarPRelu.apply(x, xAt, y, yAt, w, alphaAt, n, n);
            return;
        }
        int last = n - LANES;
        FloatVector end = prelu(Lanes.load(x, xAt + last), Lanes.load(w, alphaAt + last));
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(prelu(Lanes.load(x, xAt + i), Lanes.load(w, alphaAt + i)), y, yAt + i);
        }
        Lanes.store(end, y, yAt + last);
    }

    // Fewer slopes than lanes: they repeat after `phases` vectors.
    private static void few(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        int phases = Periodic.phases(period);
        int whole = n - n % LANES;
        for (int phase = 0; phase < phases; phase++) {
            FloatVector alpha = Periodic.vector(w, alphaAt, period, phase);
            for (int i = phase * LANES; i < whole; i += phases * LANES) {
                Lanes.store(prelu(Lanes.load(x, xAt + i), alpha), y, yAt + i);
            }
        }
        for (int i = whole; i < n; i++) {
            float v = x[xAt + i];
            y[yAt + i] = v < 0f ? v * w[alphaAt + i % period] : v;
        }
    }

    private static FloatVector prelu(FloatVector x, FloatVector alpha) {
        return Lanes.replaceBelow(x, Lanes.all(0f), Lanes.mul(x, alpha));
    }
}
