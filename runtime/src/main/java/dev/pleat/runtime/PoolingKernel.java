package dev.pleat.runtime;

/** The state of the kernels of {@link VectorPooling}: whoever asks for it loads no vectors. */
final class PoolingKernel extends ColdKernel {
    private static final PoolingKernel MAX_OF_TWO_BY_TWO = new PoolingKernel(2, 2, 2, true);
    private static final PoolingKernel MAX_OF_ONE = new PoolingKernel(3, 3, 1, true);
    private static final PoolingKernel MAX_OF_TWO = new PoolingKernel(3, 3, 2, true);
    private static final PoolingKernel AVERAGE_OF_ONE = new PoolingKernel(3, 3, 1, false);
    private static final PoolingKernel AVERAGE_OF_TWO = new PoolingKernel(3, 3, 2, false);

    private final int rows;
    private final int cols;
    private final int vectors;
    private final boolean max;

    private PoolingKernel(int rows, int cols, int vectors, boolean max) {
        this.rows = rows;
        this.cols = cols;
        this.vectors = vectors;
        this.max = max;
    }

    /** Returns whether the vector form shall run, which has kernels for one and for two vectors at once. */
    static boolean maxIsReady(int rows, int cols, int channels) {
        if (channels < Simd.LANES) {
            return false;
        }
        // Windows that the border cuts off are of any size, and computed by these.
        boolean anySize = areReady(channels, MAX_OF_ONE, MAX_OF_TWO);
        boolean twoByTwo = rows != 2 || cols != 2 || MAX_OF_TWO_BY_TWO.isReady();
        return anySize && twoByTwo;
    }

    static boolean averageIsReady(int channels) {
        return channels >= Simd.LANES && areReady(channels, AVERAGE_OF_ONE, AVERAGE_OF_TWO);
    }

    private static boolean areReady(int channels, PoolingKernel one, PoolingKernel two) {
        int pair = 2 * Simd.LANES;
        boolean first = channels < pair || two.isReady();
        boolean rest = channels % pair == 0 || one.isReady();
        return first && rest;
    }

    @Override
    int floats() {
        return (rows * cols + 1) * vectors * Simd.LANES;
    }

    @Override
    void call(boolean skip) {
        int channels = vectors * Simd.LANES;
        int y = skip ? -SKIPPED_ROUNDS : rows * cols * channels;
        if (this == MAX_OF_TWO_BY_TWO) {
            VectorPooling.maxOfTwoByTwo(s, 0, cols * channels, channels, s, y);
        } else if (max) {
            VectorPooling.max(s, 0, cols * channels, rows, cols, channels, s, y);
        } else {
            VectorPooling.average(s, 0, cols * channels, rows, cols, channels, s, y);
        }
    }

    @Override
    int operations() {
        return (rows * cols + 2 * rows) * vectors;
    }

    @Override
    int rounds() {
        return rows * cols;
    }
}
