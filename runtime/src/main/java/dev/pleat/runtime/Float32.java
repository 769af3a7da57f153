package dev.pleat.runtime;

/** Conversions to float32. */
final class Float32 {
    private static final int SPAN = 64;

    private Float32() {}

    /**
     * Rounds a folded number, once, and flushes a subnormal to zero.
     *
     * <p>Dead channels fold to subnormal weights, with which x86 processors compute several times slower.
     */
    static float folded(double value) {
        float rounded = (float) value;
        return Math.abs(rounded) < Float.MIN_NORMAL ? 0 : rounded;
    }

    /** Widens an IEEE 754 half: 1 sign, 5 exponent and 10 fraction bits; exact. */
    static float ofHalf(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        // Infinity and NaN keep an exponent of all ones; the others move to float's bias: 127 - 15 = 112.
        int wide = exponent == 0x1f ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }

    /** Widens a bfloat16, the upper half of a float32; exact. */
    static float ofBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** Returns the same values in double precision. */
    static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** Returns the index of the first NaN or infinity, or -1 if all values are finite. */
    static int firstNonFinite(float[] values) {
        for (int i = 0; i < values.length; i += SPAN) {
            int end = Math.min(i + SPAN, values.length);
            if (!areFinite(values, i, end)) {
                return firstNonFinite(values, i, end);
            }
        }
        return -1;
    }

    /**
     * Returns whether a few values are finite: only what is, times 0, is 0. A fresh process interprets this, over all
     * weights. So it calls nothing, and is called often: a method is compiled after some calls, a loop much later.
     */
    private static boolean areFinite(float[] values, int begin, int end) {
        float zeros = 0;
        for (int i = begin; i < end; i++) {
            zeros += values[i] * 0;
        }
        return zeros == 0;
    }

    private static int firstNonFinite(float[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
