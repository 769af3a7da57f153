package dev.pleat.runtime;

/** The scalar form of {@link Softmax}. */
final class ScalarSoftmax {
    private ScalarSoftmax() {}

    static void apply(float[] x, int xAt, float[] y, int yAt, int outer, int length, int inner) {
        for (int o = 0; o < outer; o++) {
            int at = o * length * inner;
            for (int i = 0; i < inner; i++) {
                column(x, xAt + at + i, y, yAt + at + i, length, inner);
            }
        }
    }

    /** The softmax of neighbours, with the same bits as that of vectors: in one order, added up in double. */
    static void row(float[] x, int xAt, float[] y, int yAt, int length) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            max = Math.max(max, x[xAt + i]);
        }
        for (int i = 0; i < length; i++) {
            y[yAt + i] = ScalarFunctions.exp(x[xAt + i] - max);
        }
        float factor = (float) (1 / OrderedSums.of(y, yAt, length));
        for (int i = 0; i < length; i++) {
            y[yAt + i] *= factor;
        }
    }

    /** The softmax of {@code length} floats that are {@code step} apart. */
    static void column(float[] x, int xAt, float[] y, int yAt, int length, int step) {
        float max = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < length; k++) {
            max = Math.max(max, x[xAt + k * step]);
        }
        float sum = 0f;
        for (int k = 0; k < length; k++) {
            float e = ScalarFunctions.exp(x[xAt + k * step] - max);
            y[yAt + k * step] = e;
            sum += e;
        }
        float factor = 1f / sum;
        for (int k = 0; k < length; k++) {
            y[yAt + k * step] *= factor;
        }
    }
}
