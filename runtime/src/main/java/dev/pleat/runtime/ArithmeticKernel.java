package dev.pleat.runtime;

/** The state of a kernel of {@link VectorArithmetic}: whoever asks for it loads no vectors. */
final class ArithmeticKernel extends ColdKernel {
    static final int ADD = 0;
    static final int SUBTRACT = 1;
    static final int MULTIPLY = 2;
    static final int MAXIMUM = 3;
    static final int MINIMUM = 4;
    static final int SCALE = 5;

    private static final int VECTORS = 8;

    private final int operation;

    /**
     * @param operation one of the constants
     */
    ArithmeticKernel(int operation) {
        this.operation = operation;
    }

    @Override
    int floats() {
        return VECTORS * Simd.LANES;
    }

    /**
     * Two spans, and one of them with a value on either side, all with something behind the whole vectors: what HotSpot has
     * not seen, it leaves out.
     */
    @Override
    void call(boolean skip) {
        int n = skip ? -SKIPPED_ROUNDS : s.length - 1;
        apply(1, 1, n);
        apply(1, 0, n);
        apply(0, 1, n);
    }

    private void apply(int xStep, int yStep, int n) {
        switch (operation) {
            case ADD -> VectorArithmetic.add(s, 0, xStep, s, 0, yStep, s, 0, n);
            case SUBTRACT -> VectorArithmetic.subtract(s, 0, xStep, s, 0, yStep, s, 0, n);
            case MULTIPLY -> VectorArithmetic.multiply(s, 0, xStep, s, 0, yStep, s, 0, n);
            case MAXIMUM -> VectorArithmetic.maximum(s, 0, xStep, s, 0, yStep, s, 0, n);
            case MINIMUM -> VectorArithmetic.minimum(s, 0, xStep, s, 0, yStep, s, 0, n);
            default -> VectorArithmetic.scale(s, 0, s, 0, n, 1f);
        }
    }

    @Override
    int operations() {
        return 3 * 3 * VECTORS;
    }

    @Override
    int rounds() {
        return 3 * VECTORS;
    }
}
