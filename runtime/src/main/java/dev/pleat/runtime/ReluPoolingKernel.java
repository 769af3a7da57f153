package dev.pleat.runtime;

/** The state of the kernels of {@link VectorReluPooling}: whoever asks for it loads no vectors. */
final class ReluPoolingKernel extends ColdKernel {
    private static final ReluPoolingKernel RELU_TWO_BY_TWO = new ReluPoolingKernel(2, false);
    private static final ReluPoolingKernel SCALED_TWO_BY_TWO = new ReluPoolingKernel(2, true);
    private static final ReluPoolingKernel RELU_THREE_BY_THREE = new ReluPoolingKernel(3, false);
    private static final ReluPoolingKernel RELU = new ReluPoolingKernel(4, false);
    private static final ReluPoolingKernel SCALED = new ReluPoolingKernel(4, true);

    /** Vector operations behind the search: a relu, and what scales two vectors. */
    private static final int FINISH = 10;

    private final int size;
    private final boolean scales;

    private ReluPoolingKernel(int size, boolean scales) {
        this.size = size;
        this.scales = scales;
    }

    /**
     * Returns whether the vector form shall run.
     *
     * @param whole whether no window is cut off by the border; those that are have any size
     */
    static boolean isReady(int rows, int cols, boolean whole, int channels, boolean scales) {
        if (channels < Simd.LANES) {
            return false;
        }
        ReluPoolingKernel own = ofSize(rows, cols, scales);
        boolean these = own == null || own.isReady();
        boolean others = own != null && whole || (scales ? SCALED : RELU).isReady();
        return these && others;
    }

    /** Returns the kernel that is only for windows of this size, null if there is none. */
    private static ReluPoolingKernel ofSize(int rows, int cols, boolean scales) {
        if (rows == 2 && cols == 2) {
            return scales ? SCALED_TWO_BY_TWO : RELU_TWO_BY_TWO;
        }
        return rows == 3 && cols == 3 && !scales ? RELU_THREE_BY_THREE : null;
    }

    /** What goes in, then what comes out, then scales and shifts. */
    @Override
    int floats() {
        return (size * size + 3) * Simd.LANES;
    }

    @Override
    void call(boolean skip) {
        int channels = Simd.LANES;
        int y = size * size * channels;
        int scale = scales ? y + channels : -1;
        int to = skip ? -SKIPPED_ROUNDS : y;
        VectorReluPooling.max(
                s, 0, size * channels, channels, 1, size, size, channels, s, to, s, scale, y + 2 * channels);
    }

    @Override
    int operations() {
        return 2 * size * size + FINISH;
    }

    @Override
    int rounds() {
        return size * size;
    }
}
