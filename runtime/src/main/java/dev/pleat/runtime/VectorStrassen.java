package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector form of {@link StrassenMap}. A negative offset of the result asks for nothing but to be counted, for
 * {@link WarmUp}. For the style see {@link Lanes}.
 */
final class VectorStrassen {
    private static final int LANES = Lanes.COUNT;

    private VectorStrassen() {}

    static void input(float[] s, int a, int b, int half, int to, int plane) {
        if (to < 0) {
            for (int i = to; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        for (int n = 0; n < half; n += LANES) {
            int c = Math.min(n, half - LANES);
            FloatVector a11 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + c));
            FloatVector a12 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + half + c));
            FloatVector a21 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, b + c));
            FloatVector a22 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, b + half + c));
            FloatVector s1 = (FloatVector) CLASS.cast(a21.add(a22));
            FloatVector s2 = (FloatVector) CLASS.cast(s1.sub(a11));
            FloatVector s3 = (FloatVector) CLASS.cast(a11.sub(a21));
            FloatVector s4 = (FloatVector) CLASS.cast(a12.sub(s2));
            int at = to + c;
            a11.intoArray(s, at);
            s2.intoArray(s, at + plane);
            a12.intoArray(s, at + 2 * plane);
            s3.intoArray(s, at + 3 * plane);
            s1.intoArray(s, at + 4 * plane);
            s4.intoArray(s, at + 5 * plane);
            a22.intoArray(s, at + 6 * plane);
        }
    }
}
