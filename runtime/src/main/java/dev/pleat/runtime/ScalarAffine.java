package dev.pleat.runtime;

/** The scalar form of {@link Affine}. */
final class ScalarAffine {
    private ScalarAffine() {}

    static void apply(
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
        int at = 0;
        for (int o = 0; o < outer; o++) {
            for (int c = 0; c < channels; c++) {
                float scale = w[scaleAt + c];
                float shift = w[shiftAt + c];
                for (int end = at + inner; at < end; at++) {
                    y[yAt + at] = scaled(x[xAt + at], scale, shift);
                }
            }
        }
    }

    /** In one rounding where vectors take one. */
    static float scaled(float x, float scale, float shift) {
        return Simd.FMA ? Math.fma(x, scale, shift) : x * scale + shift;
    }
}
