package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Softmax} over a dimension that is not the last, in three passes: subtract the largest,
 * exponentials of all, divide by the sums. It wants {@link Simd#LANES} neighbours at least.
 *
 * <p>For the style see {@link Lanes}.
 */
final class VectorSoftmax {
    private static final int LANES = Lanes.COUNT;

    private VectorSoftmax() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, int outer, int length, int inner) {
        for (int o = 0; o < outer; o++) {
            int at = o * length * inner;
            columns(x, xAt + at, y, yAt + at, length, inner);
        }
    }

    private static void columns(float[] x, int xAt, float[] y, int yAt, int length, int inner) {
        int whole = inner - inner % LANES;
        for (int i = 0; i < whole; i += LANES) {
            subtractMax(x, xAt + i, y, yAt + i, length, inner);
        }
        for (int k = 0; k < length; k++) {
            Activations.exponential(y, yAt + k * inner, y, yAt + k * inner, whole);
        }
        for (int i = 0; i < whole; i += LANES) {
            divideBySum(y, yAt + i, length, inner);
        }
        for (int i = whole; i < inner; i++) {
            ScalarSoftmax.column(x, xAt + i, y, yAt + i, length, inner);
        }
    }

    private static void subtractMax(float[] x, int xAt, float[] y, int yAt, int length, int step) {
        FloatVector max = FloatVector.fromArray(SPECIES, x, xAt);
        for (int k = 1; k < length; k++) {
            max = ((FloatVector) CLASS.cast(max)).max(FloatVector.fromArray(SPECIES, x, xAt + k * step));
        }
        for (int k = 0; k < length; k++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + k * step));
            v.sub(max).intoArray(y, yAt + k * step);
        }
    }

    private static void divideBySum(float[] y, int yAt, int length, int step) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < length; k++) {
            sum = ((FloatVector) CLASS.cast(sum)).add(FloatVector.fromArray(SPECIES, y, yAt + k * step));
        }
        for (int k = 0; k < length; k++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, y, yAt + k * step));
            v.div(sum).intoArray(y, yAt + k * step);
        }
    }
}
