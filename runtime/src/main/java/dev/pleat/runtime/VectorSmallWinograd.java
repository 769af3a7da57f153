package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The linear maps of F(2×2, 3×3), see {@link Winograd}, one vector of channels at a time. A negative offset of the result
 * asks for nothing but to be counted, for {@link WarmUp}. For the style see {@link Lanes}.
 */
final class VectorSmallWinograd {
    private static final int LANES = Lanes.COUNT;
    private static final int WINDOW = 4;
    private static final int SIZE = 2;

    private VectorSmallWinograd() {}

    /** Maps four columns, each of four vectors {@code step} apart; columns are {@code next} apart. */
    static void input(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        if (y < 0) {
            for (int i = y; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        for (int i = 0; i < WINDOW; i++) {
            int a = x + i * next;
            int b = y + i * yNext;
            FloatVector d0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector d1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + step));
            FloatVector d2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * step));
            FloatVector d3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * step));
            ((FloatVector) CLASS.cast(d0.sub(d2))).intoArray(s, b);
            ((FloatVector) CLASS.cast(d1.add(d2))).intoArray(s, b + yStep);
            ((FloatVector) CLASS.cast(d2.sub(d1))).intoArray(s, b + 2 * yStep);
            ((FloatVector) CLASS.cast(d1.sub(d3))).intoArray(s, b + 3 * yStep);
        }
    }

    /** Maps the four rows of products of a tile, {@code plane} apart, to two rows of four. */
    static void rows(float[] s, int t, int plane, int half) {
        if (half < 0) {
            for (int i = half; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        for (int i = 0; i < WINDOW; i++) {
            int a = t + i * plane;
            int to = half + i * LANES;
            FloatVector m0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector m1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + WINDOW * plane));
            FloatVector m2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * WINDOW * plane));
            FloatVector m3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * WINDOW * plane));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            ((FloatVector) CLASS.cast(m0.add(sum))).intoArray(s, to);
            ((FloatVector) CLASS.cast(difference.sub(m3))).intoArray(s, to + WINDOW * LANES);
        }
    }

    /** Maps two rows of four to rows of two, which lie one behind the other in the same place. */
    static void columns(float[] s, int half) {
        if (half < 0) {
            for (int i = half; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        for (int i = 0; i < SIZE; i++) {
            int a = half + i * WINDOW * LANES;
            int to = half + i * SIZE * LANES;
            FloatVector m0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector m1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + LANES));
            FloatVector m2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * LANES));
            FloatVector m3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * LANES));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            ((FloatVector) CLASS.cast(m0.add(sum))).intoArray(s, to);
            ((FloatVector) CLASS.cast(difference.sub(m3))).intoArray(s, to + LANES);
        }
    }
}
