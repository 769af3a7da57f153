package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link Affine}: whole vectors, then scalars for the rest of each run. A negative number of floats
 * asks for nothing but to be counted, for {@link WarmUp}.
 *
 * <p>For the style see {@link Lanes}.
 */
final class VectorAffine {
    private static final int LANES = Lanes.COUNT;

    private VectorAffine() {}

    /** Numbers of one channel. */
    static void span(float[] x, int xAt, float[] y, int yAt, int n, float scale, float shift) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        FloatVector scales = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, scale));
        FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
            v = Simd.FMA ? scales.fma(v, shifts) : scales.mul(v).add(shifts);
            v.intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = ScalarAffine.scaled(x[xAt + i], scale, shift);
        }
    }

    /** A pixel of as many channels as lanes, or more. */
    static void channels(float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
            FloatVector scale = FloatVector.fromArray(SPECIES, w, scaleAt + i);
            FloatVector shift = FloatVector.fromArray(SPECIES, w, shiftAt + i);
            v = Simd.FMA ? v.fma(scale, shift) : v.mul(scale).add(shift);
            v.intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = ScalarAffine.scaled(x[xAt + i], w[scaleAt + i], w[shiftAt + i]);
        }
    }

    /** Fewer channels than lanes: the scales repeat after some vectors, the phases, and so they are shared. */
    static void few(float[] x, int xAt, float[] y, int yAt, float[] w, int scaleAt, int shiftAt, int n, int channels) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
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
            y[yAt + i] = ScalarAffine.scaled(x[xAt + i], w[scaleAt + c], w[shiftAt + c]);
        }
    }
}
