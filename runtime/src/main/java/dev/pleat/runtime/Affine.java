package dev.pleat.runtime;

/** A scale and a shift for each channel: batch norm, normalization and rescaling where nothing could absorb them. */
public final class Affine {
    private Affine() {}

    /**
     * {@code y[o][c][i] = w[scaleAt + c] x[o][c][i] + w[shiftAt + c]}, over dense {@code [outer][channels][inner]}
     * arrays at {@code xAt} and {@code yAt}. {@code y} may be {@code x} at the same offset; otherwise it must not
     * overlap it.
     */
    public static void apply(
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
        AffineKernel kernel = kernel(outer, channels, inner);
        if (kernel != null && kernel.isReady()) {
            kernel.run(x, xAt, y, yAt, w, scaleAt, shiftAt, outer, channels, inner);
        } else {
            ScalarAffine.apply(x, xAt, y, yAt, w, scaleAt, shiftAt, outer, channels, inner);
        }
    }

    /** Returns the kernel for a shape, null if there is not one vector of anything. */
    private static AffineKernel kernel(int outer, int channels, int inner) {
        if (!Simd.AVAILABLE) {
            return null;
        }
        if (inner >= Simd.LANES) {
            return AffineKernel.SPAN;
        }
        if (inner == 1 && channels >= Simd.LANES) {
            return AffineKernel.CHANNELS;
        }
        return inner == 1 && outer * channels >= Simd.LANES ? AffineKernel.FEW : null;
    }
}
