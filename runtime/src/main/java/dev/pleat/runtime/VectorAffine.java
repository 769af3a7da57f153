package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Affine}: whole vectors, then scalars for the rest of each run.
 *
 * <p>For the style see {@link Lanes}.
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
        FloatVector scales = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, scale));
        FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
            v = Simd.FMA ? scales.fma(v, shifts) : scales.mul(v).add(shifts);
            v.intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = x[xAt + i] * scale + shift;
        }
    }

    private static void channels(
            float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int channels) {
        int whole = channels - channels % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            FloatVector scale = FloatVector.fromArray(SPECIES, w, scaleAt + i);
            FloatVector shift = FloatVector.fromArray(SPECIES, w, shiftAt + i);
            v = Simd.FMA ? v.fma(scale, shift) : v.mul(scale).add(shift);
            v.intoArray(y, yAt + i);
        }
        for (int i = whole; i < channels; i++) {
            y[yAt + i] = x[xAt + i] * w[scaleAt + i] + w[shiftAt + i];
        }
    }

    // Fewer channels than lanes: the scales repeat after `phases` vectors, so every phases-th vector shares them.
    private static void few(
            float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int n, int channels) {
        int phases = Periodic.phases(channels);
        int whole = n - n % LANES;
        for (int phase = 0; phase < phases; phase++) {
            FloatVector scales = FloatVector.zero(SPECIES);
            FloatVector shifts = scales;
            for (int k = 0; k < channels; k++) {
                FloatVector comb = (FloatVector) CLASS.cast(
                        FloatVector.fromArray(SPECIES, Periodic.comb(channels), Periodic.from(channels, phase, k)));
                scales = comb.mul(w[scaleAt + k]).add(scales);
                shifts = comb.mul(w[shiftAt + k]).add(shifts);
            }
            for (int i = phase * LANES; i < whole; i += phases * LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v = Simd.FMA ? v.fma(scales, shifts) : v.mul(scales).add(shifts);
                v.intoArray(y, yAt + i);
            }
        }
        for (int i = whole; i < n; i++) {
            int c = i % channels;
            y[yAt + i] = x[xAt + i] * w[scaleAt + c] + w[shiftAt + c];
        }
    }
}
