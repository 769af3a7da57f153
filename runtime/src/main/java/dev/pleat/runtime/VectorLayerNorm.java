package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link LayerNorm}, of one row.
 *
 * <p>A sum of floats gives the mean only roughly where it is large. What is left over, the mean of the differences from
 * it, is found together with their squares and corrects both: Chan, Golub and LeVeque, 1983, "corrected two-pass".
 * Scale and shift are passes of their own. For the style see {@link Lanes}.
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
        float rough = roughMean(x, xAt, length);
        int whole = length - length % LANES;
        FloatVector roughs = FloatVector.broadcast(SPECIES, rough);
        FloatVector sums = FloatVector.zero(SPECIES);
        FloatVector squares = sums;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            FloatVector difference = v.sub(roughs);
            sums = difference.add(sums);
            squares = Simd.FMA
                    ? difference.fma(difference, squares)
                    : difference.mul(difference).add(squares);
        }
        double sum = ((FloatVector) CLASS.cast(sums)).reduceLanes(VectorOperators.ADD);
        double square = ((FloatVector) CLASS.cast(squares)).reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < length; i++) {
            float difference = x[xAt + i] - rough;
            sum += difference;
            square += difference * difference;
        }
        float rest = (float) (sum / length);
        double variance = Math.max(square / length - (sum / length) * (sum / length), 0.0);
        float factor = (float) (1.0 / Math.sqrt(variance + epsilon));
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            v.sub(roughs).sub(rest).mul(factor).intoArray(y, yAt + i);
        }
        for (int i = whole; i < length; i++) {
            y[yAt + i] = (x[xAt + i] - rough - rest) * factor;
        }
        if (gammaAt >= 0) {
            VectorArithmetic.multiply(y, yAt, 1, w, gammaAt, 1, y, yAt, length);
        }
        if (betaAt >= 0) {
            VectorArithmetic.add(y, yAt, 1, w, betaAt, 1, y, yAt, length);
        }
    }

    private static float roughMean(float[] x, int at, int n) {
        int whole = n - n % LANES;
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < whole; i += LANES) {
            sums = ((FloatVector) CLASS.cast(sums)).add(FloatVector.fromArray(SPECIES, x, at + i));
        }
        float sum = ((FloatVector) CLASS.cast(sums)).reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < n; i++) {
            sum += x[at + i];
        }
        return sum / n;
    }
}
