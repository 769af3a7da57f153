package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link LayerNorm}, of one row.
 *
 * <p>The mean is subtracted in two parts, since one float gives it only roughly where it is large. Scale and shift are
 * passes of their own. For the style see {@link Lanes}.
 */
final class VectorLayerNorm {
    private static final int LANES = Lanes.COUNT;

    private VectorLayerNorm() {}

    static void row(
            float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon) {
        if (length < LANES) {
            ScalarLayerNorm.row(x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon);
            return;
        }
        double mean = OrderedSums.of(x, xAt, length) / length;
        float factor = (float) (1.0 / Math.sqrt(OrderedSums.variance(x, xAt, length, mean) + epsilon));
        normalize(x, xAt, y, yAt, length, mean, factor);
        if (gammaAt >= 0) {
            VectorArithmetic.multiply(y, yAt, 1, w, gammaAt, 1, y, yAt, length);
        }
        if (betaAt >= 0) {
            VectorArithmetic.add(y, yAt, 1, w, betaAt, 1, y, yAt, length);
        }
    }

    private static void normalize(float[] x, int xAt, float[] y, int yAt, int length, double mean, float factor) {
        float rough = (float) mean;
        float rest = (float) (mean - rough);
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.sub(rough).sub(rest).mul(factor).intoArray(y, yAt + i);
        }
        for (int i = whole; i < length; i++) {
            y[yAt + i] = (x[xAt + i] - rough - rest) * factor;
        }
    }
}
