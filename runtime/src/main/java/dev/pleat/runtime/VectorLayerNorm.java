package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link LayerNorm}, of one row.
 *
 * <p>A sum of floats gives the mean only roughly where it is large. What is left over, the mean of the differences from it,
 * is found together with their squares and corrects both: Chan, Golub and LeVeque, 1983, "corrected two-pass".
 */
final class VectorLayerNorm {
    private static final int LANES = Lanes.COUNT;

    private VectorLayerNorm() {}

    static void row(
            float[] x, int xAt, float[] y, int yAt, float[] w, int gammaAt, int betaAt, int length, float epsilon) {
        // gamma or beta alone: rare, and more code here than C2 would inline
        if (length < LANES || gammaAt < 0 != betaAt < 0) {
            ScalarLayerNorm.row(x, xAt, y, yAt, w, gammaAt, betaAt, length, epsilon);
            return;
        }
        float rough = roughMean(x, xAt, length);
        int whole = length - length % LANES;
        FloatVector sums = Lanes.all(0f);
        FloatVector squares = sums;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector difference = Lanes.sub(Lanes.load(x, xAt + i), Lanes.all(rough));
            sums = Lanes.add(sums, difference);
            squares = Lanes.fma(difference, difference, squares);
        }
        double sum = Lanes.sum(sums);
        double square = Lanes.sum(squares);
        for (int i = whole; i < length; i++) {
            float difference = x[xAt + i] - rough;
            sum += difference;
            square += difference * difference;
        }
        double rest = sum / length;
        double variance = Math.max(square / length - rest * rest, 0.0);
        float factor = (float) (1.0 / Math.sqrt(variance + epsilon));
        if (gammaAt >= 0) {
            scaleAndShift(x, xAt, y, yAt, length, rough, (float) rest, factor, w, gammaAt, betaAt);
        } else {
            normalize(x, xAt, y, yAt, length, rough, (float) rest, factor);
        }
    }

    private static float roughMean(float[] x, int at, int n) {
        int whole = n - n % LANES;
        FloatVector sums = Lanes.all(0f);
        for (int i = 0; i < whole; i += LANES) {
            sums = Lanes.add(sums, Lanes.load(x, at + i));
        }
        float sum = Lanes.sum(sums);
        for (int i = whole; i < n; i++) {
            sum += x[at + i];
        }
        return sum / n;
    }

    private static void normalize(
            float[] x, int xAt, float[] y, int yAt, int n, float rough, float rest, float factor) {
        int last = n - LANES;
        FloatVector end = Lanes.mul(
                Lanes.sub(Lanes.sub(Lanes.load(x, xAt + last), Lanes.all(rough)), Lanes.all(rest)), Lanes.all(factor));
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(
                    Lanes.mul(
                            Lanes.sub(Lanes.sub(Lanes.load(x, xAt + i), Lanes.all(rough)), Lanes.all(rest)),
                            Lanes.all(factor)),
                    y,
                    yAt + i);
        }
        Lanes.store(end, y, yAt + last);
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
        FloatVector end = Lanes.mul(
                Lanes.sub(Lanes.sub(Lanes.load(x, xAt + last), Lanes.all(rough)), Lanes.all(rest)), Lanes.all(factor));
        end = Lanes.fma(end, Lanes.load(w, gammaAt + last), Lanes.load(w, betaAt + last));
        for (int i = 0; i < last; i += LANES) {
            FloatVector v = Lanes.mul(
                    Lanes.sub(Lanes.sub(Lanes.load(x, xAt + i), Lanes.all(rough)), Lanes.all(rest)), Lanes.all(factor));
            Lanes.store(Lanes.fma(v, Lanes.load(w, gammaAt + i), Lanes.load(w, betaAt + i)), y, yAt + i);
        }
        Lanes.store(end, y, yAt + last);
    }
}
