package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The vector form of {@link SumsRow}. For the style see {@link Lanes}. */
final class VectorSums {
    private VectorSums() {}

    static void write(
            float[] s, int t, int tCol, int y, int yCol, int cols, float[] w, int b, float least, float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        FloatVector low = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, least));
        FloatVector high = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, most));
        for (int col = 0; col < cols; col++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, t + col * tCol));
            v = (FloatVector) CLASS.cast(v.add(bias));
            if (Simd.MIN_MAX) {
                v = (FloatVector) CLASS.cast(low.max(v));
                v = (FloatVector) CLASS.cast(high.min(v));
            }
            v.intoArray(s, y + col * yCol);
        }
    }

    static void add(
            float[] s,
            int t,
            int tCol,
            int y,
            int yCol,
            int r,
            int rCol,
            int cols,
            float[] w,
            int b,
            float least,
            float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        FloatVector low = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, least));
        FloatVector high = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, most));
        for (int col = 0; col < cols; col++) {
            FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, t + col * tCol));
            FloatVector more = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, r + col * rCol));
            v = (FloatVector) CLASS.cast(v.add(bias));
            v = (FloatVector) CLASS.cast(v.add(more));
            if (Simd.MIN_MAX) {
                v = (FloatVector) CLASS.cast(low.max(v));
                v = (FloatVector) CLASS.cast(high.min(v));
            }
            v.intoArray(s, y + col * yCol);
        }
    }
}
