package dev.pleat.runtime;

/** The state of a kernel of {@link VectorActivations} without exponentials: whoever asks for it loads no vectors. */
final class ActivationKernel extends ColdKernel {
    static final int RELU = 0;
    static final int LEAKY_RELU = 1;
    static final int HARD_SIGMOID = 2;
    static final int HARD_SIGMOID_KERAS2 = 3;
    static final int SOFTSIGN = 4;
    static final int HARD_SWISH = 5;

    private static final int VECTORS = 8;

    /** Of the longest function, with the load and the store. */
    private static final int OPERATIONS = 9;

    private final int function;

    /**
     * @param function one of the constants
     */
    ActivationKernel(int function) {
        this.function = function;
    }

    /** What goes in, which is on both sides of all bounds, and what comes out. */
    @Override
    int floats() {
        return 2 * VECTORS * Simd.LANES;
    }

    @Override
    void begin() {
        super.begin();
        for (int i = 0; i < s.length / 2; i++) {
            s[i] = i % 16 - 8f;
        }
    }

    /** With something behind the whole vectors: what HotSpot has not seen, it leaves out. */
    @Override
    void call(boolean skip) {
        int y = s.length / 2;
        int n = skip ? -SKIPPED_ROUNDS : y - 1;
        switch (function) {
            case RELU -> VectorActivations.relu(s, 0, s, y, n, 6f);
            case LEAKY_RELU -> VectorActivations.leakyRelu(s, 0, s, y, n, 0.1f, 6f, 0f);
            case HARD_SIGMOID -> VectorActivations.hardSigmoid(s, 0, s, y, n);
            case HARD_SIGMOID_KERAS2 -> VectorActivations.hardSigmoidKeras2(s, 0, s, y, n);
            case SOFTSIGN -> VectorActivations.softsign(s, 0, s, y, n);
            default -> VectorActivations.hardSwish(s, 0, s, y, n);
        }
    }

    @Override
    int operations() {
        return OPERATIONS * VECTORS;
    }

    @Override
    int rounds() {
        return VECTORS;
    }
}
