package dev.pleat.runtime;

/**
 * Dense layers of many inputs and few outputs, which would leave most lanes of a vector of outputs empty: each output has
 * a row of weights, {@code y[o] = bias[o] + Σ x[i]·w[o][i]}.
 *
 * <p>Every lane adds up the numbers that fall to it, then lanes are added up one by one: always in the same order.
 */
public final class DotProducts {
    /** Sums of each row: the lanes of a vector, four without vectors. */
    static final int LANES = Math.max(4, Simd.LANES);

    /** Rows that are multiplied together, so that each number is read once for them. */
    static final int ROWS = 5;

    /** The lanes of the widest vectors, of which the inputs must be a multiple. */
    private static final int MOST_LANES = 16;

    /** Floats that the methods need for themselves. */
    public static final int WORK = 2 * ROWS * MOST_LANES;

    private static final Kernel ONE = new Kernel(1, 1);
    private static final Kernel FIVE = new Kernel(ROWS, 1);
    private static final Kernel FIVE_OF_TWO = new Kernel(ROWS, 2);

    private DotProducts() {}

    /**
     * Lays weights out as the methods read them.
     *
     * @param kernel the weights, {@code [inputs][outputs]}
     * @param to where the rows go, one behind the other
     */
    public static void pack(float[] kernel, int inputs, int outputs, float[] to, int at) {
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                to[at + o * inputs + i] = kernel[i * outputs + o];
            }
        }
    }

    /**
     * Computes outputs of one sample.
     *
     * @param s the scratch memory
     * @param x offset of the inputs
     * @param y offset of the outputs
     * @param kernel offset of the first row of weights in {@code w}
     * @param bias offset of the biases in {@code w}
     * @param inputs how many there are, a multiple of 16
     * @param outputs how many there are
     * @param work offset of {@link #WORK} floats of {@code s} that nobody else uses meanwhile
     */
    public static void apply(
            float[] s, int x, int y, float[] w, int kernel, int bias, int inputs, int outputs, int work) {
        boolean vector = Simd.AVAILABLE && (outputs < ROWS ? ONE : FIVE).isReady();
        int rows = outputs < ROWS ? 1 : ROWS;
        for (int next = 0; next < outputs; next += rows) {
            int o = Math.min(next, outputs - rows);
            sums(vector, s, x, w, kernel + o * inputs, rows, inputs, work);
            finish(s, y + o, w, bias + o, rows, work);
        }
    }

    /**
     * Computes the outputs of samples that lie one behind the other, of which two share what is read of the weights.
     *
     * @see #apply
     */
    public static void samples(
            float[] s, int x, int y, float[] w, int kernel, int bias, int inputs, int outputs, int work, int samples) {
        boolean pairs = Simd.AVAILABLE && outputs >= ROWS && FIVE_OF_TWO.isReady();
        int paired = pairs ? samples - samples % 2 : 0;
        for (int sample = 0; sample < paired; sample += 2) {
            int from = x + sample * inputs;
            int to = y + sample * outputs;
            for (int next = 0; next < outputs; next += ROWS) {
                int o = Math.min(next, outputs - ROWS);
                VectorDotProducts.fiveOfTwo(s, from, w, kernel + o * inputs, inputs, work);
                finish(s, to + o, w, bias + o, ROWS, work);
                finish(s, to + outputs + o, w, bias + o, ROWS, work + ROWS * LANES);
            }
        }
        for (int sample = paired; sample < samples; sample++) {
            apply(s, x + sample * inputs, y + sample * outputs, w, kernel, bias, inputs, outputs, work);
        }
    }

    private static void sums(boolean vector, float[] s, int x, float[] w, int k, int rows, int inputs, int work) {
        if (!vector) {
            ScalarDotProducts.sums(s, x, w, k, rows, inputs, work);
        } else if (rows == 1) {
            VectorDotProducts.one(s, x, w, k, inputs, work);
        } else {
            VectorDotProducts.five(s, x, w, k, inputs, work);
        }
    }

    private static void finish(float[] s, int y, float[] w, int bias, int rows, int sums) {
        for (int row = 0; row < rows; row++) {
            s[y + row] = w[bias + row] + sum(s, sums + row * LANES);
        }
    }

    /** Returns the sum of the lanes: four at a time, since one addition waits for another. */
    static float sum(float[] s, int at) {
        float a = s[at];
        float b = s[at + 1];
        float c = s[at + 2];
        float d = s[at + 3];
        for (int i = at + 4; i < at + LANES; i += 4) {
            a += s[i];
            b += s[i + 1];
            c += s[i + 2];
            d += s[i + 3];
        }
        return (a + b) + (c + d);
    }

    /** The vector form of some rows, for one sample or two. */
    private static final class Kernel extends ColdKernel {
        private static final int VECTORS = 4;

        private final int rows;
        private final int samples;

        Kernel(int rows, int samples) {
            this.rows = rows;
            this.samples = samples;
        }

        /** Samples, the rows of weights, the sums. */
        @Override
        int floats() {
            return ((samples + rows) * VECTORS + samples * rows) * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            int inputs = VECTORS * Simd.LANES;
            int k = skip ? -SKIPPED_ROUNDS : samples * inputs;
            int work = (samples + rows) * inputs;
            if (samples == 2) {
                VectorDotProducts.fiveOfTwo(s, 0, s, k, inputs, work);
            } else {
                sums(true, s, 0, s, k, rows, inputs, work);
            }
        }

        @Override
        int operations() {
            return VECTORS * (samples + rows + samples * rows);
        }

        @Override
        int rounds() {
            return VECTORS;
        }
    }
}
