package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link PRelu}: whole vectors, then scalars for the rest of each run. A negative number of floats asks
 * for nothing but to be counted, for {@link WarmUp}.
 *
 * <p>For the style see {@link Lanes}.
 */
final class VectorPRelu {
    private static final int LANES = Lanes.COUNT;

    private VectorPRelu() {}

    /** A slope for each number, of which there are as many as lanes, or more. */
    static void run(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.blend(v.mul(FloatVector.fromArray(SPECIES, w, alphaAt + i)), v.compare(VectorOperators.LT, 0f))
                    .intoArray(y, yAt + i);
        }
        ScalarPRelu.apply(x, xAt + whole, y, yAt + whole, w, alphaAt + whole, n - whole, n - whole);
    }

    /** Fewer slopes than lanes: they repeat after some phases. */
    static void few(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int phases = Periodic.phases(period);
        int whole = n - n % LANES;
        for (int phase = 0; phase < phases; phase++) {
            FloatVector alpha = FloatVector.zero(SPECIES);
            for (int k = 0; k < period; k++) {
                FloatVector comb = (FloatVector) CLASS.cast(
                        FloatVector.fromArray(SPECIES, Periodic.comb(period), Periodic.from(period, phase, k)));
                alpha = comb.mul(w[alphaAt + k]).add(alpha);
            }
            for (int i = phase * LANES; i < whole; i += phases * LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.blend(v.mul(alpha), v.compare(VectorOperators.LT, 0f)).intoArray(y, yAt + i);
            }
        }
        for (int i = whole; i < n; i++) {
            float v = x[xAt + i];
            y[yAt + i] = v < 0f ? v * w[alphaAt + i % period] : v;
        }
    }
}
