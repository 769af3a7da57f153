package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The linear maps of F(4×4, 3×3), see {@link Winograd}, one vector of channels at a time. A negative offset of the result asks for nothing
 * but to be counted, for {@link WarmUp}. For the style see {@link Lanes}.
 */
final class VectorWinograd {
    private static final int LANES = Lanes.COUNT;
    private static final int WINDOW = 6;
    private static final int SIZE = 4;

    private VectorWinograd() {}

    /** Maps six columns, each of six vectors {@code step} apart; columns are {@code next} apart. */
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
            FloatVector d4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * step));
            FloatVector d5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * step));
            FloatVector even = (FloatVector) CLASS.cast(d4.sub(d2));
            FloatVector odd = (FloatVector) CLASS.cast(d3.sub(d1));
            FloatVector odd2 = (FloatVector) CLASS.cast(odd.add(odd));
            FloatVector even4 = (FloatVector) CLASS.cast(d4.sub((FloatVector) CLASS.cast(d2.mul(4f))));
            FloatVector odd4 = (FloatVector) CLASS.cast(d3.sub((FloatVector) CLASS.cast(d1.mul(4f))));
            FloatVector first = (FloatVector) CLASS.cast(((FloatVector) CLASS.cast(d0.sub(d2))).mul(4f));
            FloatVector last = (FloatVector) CLASS.cast(d5.sub(d3));
            ((FloatVector) CLASS.cast(first.add(even))).intoArray(s, b);
            ((FloatVector) CLASS.cast(even4.add(odd4))).intoArray(s, b + yStep);
            ((FloatVector) CLASS.cast(even4.sub(odd4))).intoArray(s, b + 2 * yStep);
            ((FloatVector) CLASS.cast(even.add(odd2))).intoArray(s, b + 3 * yStep);
            ((FloatVector) CLASS.cast(even.sub(odd2))).intoArray(s, b + 4 * yStep);
            ((FloatVector) CLASS.cast(last.sub((FloatVector) CLASS.cast(odd.mul(4f))))).intoArray(s, b + 5 * yStep);
        }
    }

    /** Maps the six rows of products of a tile, {@code plane} apart, to four rows of six. */
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
            FloatVector m4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * WINDOW * plane));
            FloatVector m5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * WINDOW * plane));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            FloatVector sum2 = (FloatVector) CLASS.cast(m3.add(m4));
            FloatVector difference2 = (FloatVector) CLASS.cast(m3.sub(m4));
            FloatVector y0 = (FloatVector) CLASS.cast(m0.add((FloatVector) CLASS.cast(sum.add(sum2))));
            FloatVector y1 =
                    (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.add(difference2))));
            FloatVector y2 = (FloatVector) CLASS.cast(sum.add((FloatVector) CLASS.cast(sum2.mul(4f))));
            FloatVector y3 = (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.mul(8f))));
            y3 = (FloatVector) CLASS.cast(y3.add(m5));
            y0.intoArray(s, to);
            y1.intoArray(s, to + WINDOW * LANES);
            y2.intoArray(s, to + 2 * WINDOW * LANES);
            y3.intoArray(s, to + 3 * WINDOW * LANES);
        }
    }

    /** Maps four rows of six to rows of four, which lie one behind the other in the same place. */
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
            FloatVector m4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * LANES));
            FloatVector m5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * LANES));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            FloatVector sum2 = (FloatVector) CLASS.cast(m3.add(m4));
            FloatVector difference2 = (FloatVector) CLASS.cast(m3.sub(m4));
            FloatVector y0 = (FloatVector) CLASS.cast(m0.add((FloatVector) CLASS.cast(sum.add(sum2))));
            FloatVector y1 =
                    (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.add(difference2))));
            FloatVector y2 = (FloatVector) CLASS.cast(sum.add((FloatVector) CLASS.cast(sum2.mul(4f))));
            FloatVector y3 = (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.mul(8f))));
            y3 = (FloatVector) CLASS.cast(y3.add(m5));
            y0.intoArray(s, to);
            y1.intoArray(s, to + LANES);
            y2.intoArray(s, to + 2 * LANES);
            y3.intoArray(s, to + 3 * LANES);
        }
    }
}
