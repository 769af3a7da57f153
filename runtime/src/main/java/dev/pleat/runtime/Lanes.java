package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The operations of the vector kernels, on vectors of the preferred species.
 *
 * <p>They do what the methods of {@link FloatVector} do, and tell C2 the class of every operand. Left alone it asks the
 * profile, which all code that uses vectors shares: once that has seen two species, it is trusted no more, and C2 (always
 * that of JDK 17, later ones where a loop carries a vector from turn to turn) allocates the vectors.
 */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = Species.PREFERRED;

    static final int COUNT = SPECIES.length();

    private static final Class<? extends Vector<Float>> CLASS = SPECIES.vectorType();

    private static final Class<?> INT_CLASS = SPECIES.withLanes(int.class).vectorType();

    private Lanes() {}

    static FloatVector exact(FloatVector v) {
        return (FloatVector) CLASS.cast(v);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }

    static void store(FloatVector v, float[] y, int at) {
        exact(v).intoArray(y, at);
    }

    static FloatVector add(FloatVector a, FloatVector b) {
        return exact(a).add(exact(b));
    }

    static FloatVector sub(FloatVector a, FloatVector b) {
        return exact(a).sub(exact(b));
    }

    static FloatVector mul(FloatVector a, FloatVector b) {
        return exact(a).mul(exact(b));
    }

    static FloatVector div(FloatVector a, FloatVector b) {
        return exact(a).div(exact(b));
    }

    static FloatVector max(FloatVector a, FloatVector b) {
        return exact(a).max(exact(b));
    }

    static FloatVector min(FloatVector a, FloatVector b) {
        return exact(a).min(exact(b));
    }

    static FloatVector abs(FloatVector v) {
        return exact(v).abs();
    }

    static FloatVector neg(FloatVector v) {
        return exact(v).neg();
    }

    /** {@code a * b + c}, as {@link Species#fma}. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return Simd.FMA ? exact(a).fma(exact(b), exact(c)) : add(mul(a, b), c);
    }

    /** {@code v}, with {@code other} where it is below {@code bound}. */
    static FloatVector replaceBelow(FloatVector v, FloatVector bound, FloatVector other) {
        return exact(v).blend(exact(other), exact(v).compare(VectorOperators.LT, exact(bound)));
    }

    /** {@code v}, with {@code other} where it is not below {@code bound}. */
    static FloatVector replaceFrom(FloatVector v, FloatVector bound, FloatVector other) {
        return exact(v).blend(exact(other), exact(v).compare(VectorOperators.GE, exact(bound)));
    }

    /** The floats whose exponents are the low bits of those of {@code v}. */
    static FloatVector power(FloatVector v) {
        IntVector bits = (IntVector) INT_CLASS.cast(exact(v).reinterpretAsInts());
        bits = (IntVector) INT_CLASS.cast(bits.lanewise(VectorOperators.LSHL, 23));
        return exact(bits.reinterpretAsFloats());
    }

    static float sum(FloatVector v) {
        return exact(v).reduceLanes(VectorOperators.ADD);
    }

    static float max(FloatVector v) {
        return exact(v).reduceLanes(VectorOperators.MAX);
    }
}
