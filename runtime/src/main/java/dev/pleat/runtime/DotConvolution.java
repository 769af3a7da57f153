package dev.pleat.runtime;

/**
 * Convolutions of so few output channels that no vector of them is worth while: each result is a dot product of what a
 * window reads and a row of weights, run by run of numbers that follow each other.
 *
 * <p>Every lane adds up the numbers that fall to it, then lanes are added up: always in the same order. A run has at least
 * as many numbers as a vector has lanes.
 */
public final class DotConvolution {
    /** Pixels that are multiplied by the same weights. */
    static final int PIXELS = 4;

    /** Floats that {@link #apply} needs for itself: the sums of the widest vectors. */
    public static final int WORK = PIXELS * 16;

    private static final int LANES = DotProducts.LANES;

    private static final Kernel KERNEL = new Kernel();

    private DotConvolution() {}

    /**
     * Lays weights out as {@link #apply} reads them: the row of one output channel behind that of another.
     *
     * @param w holds the weights, {@code [group][depth][outputs]}, one group behind the other
     * @param at where they begin
     */
    public static void pack(float[] w, int at, int groups, int depth, int outputs) {
        float[] row = new float[depth * outputs];
        for (int group = 0; group < groups; group++) {
            int first = at + group * row.length;
            System.arraycopy(w, first, row, 0, row.length);
            for (int i = 0; i < row.length; i++) {
                w[first + i % outputs * depth + i / outputs] = row[i];
            }
        }
    }

    /**
     * Computes {@code y[p][o] = bias[o] + add[p][o] + Σ x[p][k]·w[o][k]} for every pixel and group, as
     * {@link ScalarConvolution#apply} does.
     *
     * @param work offset of {@link #WORK} floats of {@code s} that nobody else uses meanwhile
     */
    public static void apply(
            float[] s,
            int x,
            int xRow,
            int xCol,
            int y,
            int yRow,
            int yCol,
            int add,
            int addRow,
            int addCol,
            float[] w,
            int kernel,
            int kernelGroup,
            int bias,
            int rows,
            int cols,
            int n2,
            int s2,
            int n1,
            int s1,
            int n0,
            int groups,
            int inputs,
            int outputs,
            int work) {
        int pixels = Math.min(PIXELS, cols);
        boolean vector = Simd.AVAILABLE && pixels == PIXELS && KERNEL.isReady();
        int depth = n2 * n1 * n0;
        for (int row = 0; row < rows; row++) {
            for (int next = 0; next < cols; next += PIXELS) {
                int col = Math.min(next, cols - pixels);
                int from = x + row * xRow + col * xCol;
                int to = y + row * yRow + col * yCol;
                int residual = add < 0 ? -1 : add + row * addRow + col * addCol;
                for (int o = 0; o < groups * outputs; o++) {
                    int k = kernel + o / outputs * kernelGroup + o % outputs * depth;
                    int group = from + o / outputs * inputs;
                    clear(s, work);
                    for (int i = 0; i < n2; i++) {
                        for (int j = 0; j < n1; j++) {
                            int run = group + i * s2 + j * s1;
                            if (vector) {
                                vector(s, run, xCol, w, k, n0, work);
                            } else {
                                scalar(s, run, xCol, pixels, w, k, n0, work);
                            }
                            k += n0;
                        }
                    }
                    finish(s, to + o, yCol, residual < 0 ? -1 : residual + o, addCol, pixels, w[bias + o], work);
                }
            }
        }
    }

    private static void clear(float[] s, int work) {
        for (int i = work; i < work + PIXELS * LANES; i++) {
            s[i] = 0f;
        }
    }

    private static void vector(float[] s, int x, int xCol, float[] w, int k, int count, int work) {
        int rest = count % LANES;
        VectorDotConvolution.whole(s, x, xCol, w, k, count - rest, work);
        if (rest > 0) {
            int last = count - LANES;
            VectorDotConvolution.last(s, x + last, xCol, w, k + last, rest, work);
        }
    }

    /** Adds the products of a run to the sums: those behind the last whole vector to the last lanes. */
    private static void scalar(float[] s, int x, int xCol, int pixels, float[] w, int k, int count, int work) {
        int whole = count - count % LANES;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int sums = work + pixel * LANES;
            int from = x + pixel * xCol;
            for (int i = 0; i < whole; i += LANES) {
                lanes(s, from + i, w, k + i, LANES, sums);
            }
            lanes(s, from + whole, w, k + whole, count - whole, sums + LANES - count % LANES);
        }
    }

    /** A method of its own is compiled after a few calls, a loop much later. */
    private static void lanes(float[] s, int x, float[] w, int k, int count, int sums) {
        for (int lane = 0; lane < count; lane++) {
            float sum = s[sums + lane];
            s[sums + lane] = Simd.FMA ? Math.fma(s[x + lane], w[k + lane], sum) : sum + s[x + lane] * w[k + lane];
        }
    }

    private static void finish(float[] s, int y, int yCol, int add, int addCol, int pixels, float bias, int work) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            float sum = bias + DotProducts.sum(s, work + pixel * LANES);
            s[y + pixel * yCol] = add < 0 ? sum : sum + s[add + pixel * addCol];
        }
    }

    /** The vector form of a run. */
    private static final class Kernel extends ColdKernel {
        private static final int VECTORS = 4;
        private static final int LAST = 26;

        /** The pixels, the weights, the sums. */
        @Override
        int floats() {
            return ((PIXELS + 1) * VECTORS + PIXELS) * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            int count = VECTORS * Simd.LANES;
            int k = skip ? -SKIPPED_ROUNDS : PIXELS * count;
            int work = (PIXELS + 1) * count;
            VectorDotConvolution.whole(s, 0, count, s, k, count, work);
            VectorDotConvolution.last(s, 0, count, s, k, 1, work);
        }

        @Override
        int operations() {
            return VECTORS * (2 * PIXELS + 1) + 2 * PIXELS + LAST;
        }

        @Override
        int rounds() {
            return VECTORS;
        }
    }
}
