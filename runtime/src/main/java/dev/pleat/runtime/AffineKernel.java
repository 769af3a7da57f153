package dev.pleat.runtime;

/** The state of a kernel of {@link VectorAffine}: whoever asks for it loads no vectors. */
final class AffineKernel extends ColdKernel {
    static final AffineKernel SPAN = new AffineKernel();
    static final AffineKernel CHANNELS = new AffineKernel();
    static final AffineKernel FEW = new AffineKernel();

    private static final int VECTORS = 8;

    /** Fewer than any vector has lanes, so that scales begin anew within vectors. */
    private static final int FEW_CHANNELS = 3;

    private AffineKernel() {}

    /** Scales whole arrays, as {@link Affine#apply} has them. */
    void run(
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            float[] w,
            int scaleAt,
            int shiftAt,
            int outer,
            int channels,
            int inner) {
        if (this == FEW) {
            VectorAffine.few(x, xAt, y, yAt, w, scaleAt, shiftAt, outer * channels, channels);
        } else if (this == CHANNELS) {
            for (int at = 0; at < outer * channels; at += channels) {
                VectorAffine.channels(x, xAt + at, y, yAt + at, w, scaleAt, shiftAt, channels);
            }
        } else {
            for (int row = 0; row < outer * channels; row++) {
                int c = row % channels;
                int at = row * inner;
                VectorAffine.span(x, xAt + at, y, yAt + at, inner, w[scaleAt + c], w[shiftAt + c]);
            }
        }
    }

    /** What is scaled in place, scales, and shifts. */
    @Override
    int floats() {
        return 3 * VECTORS * Simd.LANES;
    }

    /** With something behind the whole vectors: what HotSpot has not seen, it leaves out. */
    @Override
    void call(boolean skip) {
        int size = s.length / 3;
        int n = skip ? -SKIPPED_ROUNDS : size - 1;
        if (this == FEW) {
            VectorAffine.few(s, 0, s, 0, s, size, 2 * size, n, FEW_CHANNELS);
        } else if (this == CHANNELS) {
            VectorAffine.channels(s, 0, s, 0, s, size, 2 * size, n);
        } else {
            VectorAffine.span(s, 0, s, 0, n, 1f, 0f);
        }
    }

    @Override
    int operations() {
        return 5 * VECTORS;
    }

    @Override
    int rounds() {
        return VECTORS;
    }
}
