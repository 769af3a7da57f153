package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Affine}.
 *
 * <p>The last vector of a run is computed first and stored last: it may overlap the one before it, and in place that one
 * overwrites what it reads.
 */
final class VectorAffine {
    private static final int LANES = Lanes.COUNT;

    private VectorAffine() {}

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
        if (inner >= LANES) {
            for (int row = 0; row < outer * channels; row++) {
                int c = row % channels;
                span(x, xAt + row * inner, y, yAt + row * inner, inner, w[scaleAt + c], w[shiftAt + c]);
            }
        } else if (inner == 1 && channels >= LANES) {
            for (int row = 0; row < outer; row++) {
                channels(x, xAt + row * channels, y, yAt + row * channels, w, scaleAt, shiftAt, channels);
            }
        } else if (inner == 1 && outer * channels >= LANES) {
            few(x, xAt, y, yAt, w, scaleAt, shiftAt, outer * channels, channels);
        } else {
            ScalarAffine.apply(x, xAt, y, yAt, w, scaleAt, shiftAt, outer, channels, inner);
        }
    }

    private static void span(float[] x, int xAt, float[] y, int yAt, int n, float scale, float shift) {
        FloatVector scales = Lanes.all(scale);
        FloatVector shifts = Lanes.all(shift);
        int last = n - LANES;
        FloatVector end = Lanes.fma(Lanes.load(x, xAt + last), scales, shifts);
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.fma(Lanes.load(x, xAt + i), scales, shifts), y, yAt + i);
        }
        Lanes.store(end, y, yAt + last);
    }

    private static void channels(
            float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int channels) {
        int last = channels - LANES;
        FloatVector end =
                Lanes.fma(Lanes.load(x, xAt + last), Lanes.load(w, scaleAt + last), Lanes.load(w, shiftAt + last));
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(
                    Lanes.fma(Lanes.load(x, xAt + i), Lanes.load(w, scaleAt + i), Lanes.load(w, shiftAt + i)),
                    y,
                    yAt + i);
        }
        Lanes.store(end, y, yAt + last);
    }

    // Fewer channels than lanes: the scales repeat after `channels` vectors, so every channels-th vector shares them.
    private static void few(
            float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int n, int channels) {
        int phases = Periodic.phases(channels);
        int whole = n - n % LANES;
        for (int phase = 0; phase < phases; phase++) {
            FloatVector scales = Periodic.vector(w, scaleAt, channels, phase);
            FloatVector shifts = Periodic.vector(w, shiftAt, channels, phase);
            for (int i = phase * LANES; i < whole; i += phases * LANES) {
                Lanes.store(Lanes.fma(Lanes.load(x, xAt + i), scales, shifts), y, yAt + i);
            }
        }
        for (int i = whole; i < n; i++) {
            int c = i % channels;
            y[yAt + i] = x[xAt + i] * w[scaleAt + c] + w[shiftAt + c];
        }
    }
}
