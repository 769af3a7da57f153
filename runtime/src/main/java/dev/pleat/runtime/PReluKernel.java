package dev.pleat.runtime;

/** The state of a kernel of {@link VectorPRelu}: whoever asks for it loads no vectors. */
final class PReluKernel extends ColdKernel {
    static final PReluKernel RUN = new PReluKernel();
    static final PReluKernel FEW = new PReluKernel();

    private static final int VECTORS = 8;

    /** Fewer than any vector has lanes, so that slopes begin anew within vectors. */
    private static final int FEW_SLOPES = 3;

    private PReluKernel() {}

    /** Computes whole arrays, as {@link PRelu#apply} has them. */
    void run(float[] x, int xAt, float[] y, int yAt, float[] w, int alphaAt, int n, int period) {
        if (this == FEW) {
            VectorPRelu.few(x, xAt, y, yAt, w, alphaAt, n, period);
            return;
        }
        for (int i = 0; i < n; i += period) {
            VectorPRelu.run(x, xAt + i, y, yAt + i, w, alphaAt, Math.min(period, n - i));
        }
    }

    /** What goes in, on both sides of zero, and slopes; it is computed in place, with slopes of one. */
    @Override
    int floats() {
        return 2 * VECTORS * Simd.LANES;
    }

    @Override
    void begin() {
        super.begin();
        for (int i = 0; i < s.length; i++) {
            s[i] = i < s.length / 2 ? i % 16 - 8f : 1f;
        }
    }

    /** With something behind the whole vectors: what HotSpot has not seen, it leaves out. */
    @Override
    void call(boolean skip) {
        int size = s.length / 2;
        int n = skip ? -SKIPPED_ROUNDS : size - 1;
        if (this == FEW) {
            VectorPRelu.few(s, 0, s, 0, s, size, n, FEW_SLOPES);
        } else {
            VectorPRelu.run(s, 0, s, 0, s, size, n);
        }
    }

    @Override
    int operations() {
        return 6 * VECTORS;
    }

    @Override
    int rounds() {
        return VECTORS;
    }
}
