package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link Softmax}, in three passes: subtract the largest, exponentials of all, divide by the sums. It
 * wants {@link Simd#LANES} neighbours at least; a row of negative length asks for nothing but to be counted, for
 * {@link WarmUp}.
 *
 * <p>For the style see {@link Lanes}.
 */
final class VectorSoftmax {
    private static final int LANES = Lanes.COUNT;

    private VectorSoftmax() {}

    static void row(float[] x, int xAt, float[] y, int yAt, int length) {
        if (length < 0) {
            for (int i = length; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int last = length - LANES;
        FloatVector max = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + last));
        for (int i = 0; i < last; i += LANES) {
            max = (FloatVector) CLASS.cast(max.max(FloatVector.fromArray(SPECIES, x, xAt + i)));
        }
        VectorArithmetic.add(x, xAt, y, yAt, length, -max.reduceLanes(VectorOperators.MAX));
        Activations.exponential(y, yAt, y, yAt, length);
        VectorArithmetic.scale(y, yAt, y, yAt, length, (float) (1 / OrderedSums.of(y, yAt, length)));
    }

    /** Over a dimension that is not the last. */
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
