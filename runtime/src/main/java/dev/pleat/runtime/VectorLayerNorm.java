package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector form of {@link LayerNorm}, of one row.
 *
 * <p>A sum of floats gives the mean only roughly where it is large. What is left over, the mean of the differences from it,
 * is found together with their squares and corrects both: Chan, Golub and LeVeque, 1983, "corrected two-pass".
 */
final class VectorLayerNorm {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorLayerNorm() {}

    static void row(
            float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon) {
        if (length < LANES) {
            ScalarLayerNorm.row(x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon);
            return;
        }
        float rough = roughMean(x, xAt, length);
        int whole = SPECIES.loopBound(length);
        FloatVector sums = FloatVector.zero(SPECIES);
        FloatVector squares = sums;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector difference = load(x, xAt + i).sub(rough);
            sums = sums.add(difference);
            squares = Species.fma(difference, difference, squares);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        double square = squares.reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < length; i++) {
            float difference = x[xAt + i] - rough;
            sum += difference;
            square += difference * difference;
        }
        double rest = sum / length;
        double variance = Math.max(square / length - rest * rest, 0.0);
        float factor = (float) (1.0 / Math.sqrt(variance + epsilon));
        if (gammaAt >= 0 && betaAt >= 0) {
            scaleAndShift(x, xAt, y, yAt, length, rough, (float) rest, factor, w, gammaAt, betaAt);
            return;
        }
        normalize(x, xAt, y, yAt, length, rough, (float) rest, factor);
        if (gammaAt >= 0) {
            VectorArithmetic.multiply(y, yAt, 1, w, gammaAt, 1, y, yAt, length);
        } else if (betaAt >= 0) {
            VectorArithmetic.add(y, yAt, 1, w, betaAt, 1, y, yAt, length);
        }
    }

    private static float roughMean(float[] x, int at, int n) {
        int whole = SPECIES.loopBound(n);
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < whole; i += LANES) {
            sums = sums.add(load(x, at + i));
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < n; i++) {
            sum += x[at + i];
        }
        return sum / n;
    }

    private static void normalize(
            float[] x, int xAt, float[] y, int yAt, int n, float rough, float rest, float factor) {
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).sub(rough).sub(rest).mul(factor);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).sub(rough).sub(rest).mul(factor).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    private static void scaleAndShift(
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            int n,
            float rough,
            float rest,
            float factor,
            float[] w,
            int gammaAt,
            int betaAt) {
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).sub(rough).sub(rest).mul(factor);
        end = Species.fma(end, load(w, gammaAt + last), load(w, betaAt + last));
        for (int i = 0; i < last; i += LANES) {
            FloatVector v = load(x, xAt + i).sub(rough).sub(rest).mul(factor);
            Species.fma(v, load(w, gammaAt + i), load(w, betaAt + i)).intoArray(y, yAt + i);
        }
        end.intoArray(y, yAt + last);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
