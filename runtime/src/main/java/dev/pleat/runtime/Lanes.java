package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of the preferred species, and operations on them for functions of many.
 *
 * <p>C2 keeps vectors in registers only if it inlines every operation on them and knows their class; else it allocates
 * each, which is 10 to 100 times slower. Three things prevent that, and this is how kernels are written because of them:
 *
 * <ul>
 *   <li>The class of a vector that was loaded or broadcast (in JDK 17), or that a loop carries from turn to turn, C2
 *       takes from the profile, which all code that uses vectors shares: once that has seen two species, it is trusted
 *       no more. So such a vector is cast by {@link #CLASS} before a method of it is called. Arguments that were just
 *       loaded need no cast.
 *   <li>Past a number of nodes (18,000, some 50 operations) C2 stops inlining, be it in the middle of a kernel that it
 *       is inlining into a caller. Only the methods of the JDK are exempt: they are inlined later, but a
 *       {@code reinterpretShape} that is put off in its middle never succeeds. So methods that reinterpret are short.
 *       And kernels call no methods of ours that take or return vectors. The functions built on exponentials do, being
 *       too long to repeat; each is just short enough, and {@link Apart} keeps it from being inlined.
 *   <li>From JDK 18 on, C2 does not inline a method of ours at a call that, by the profile, fewer than one in 118 calls
 *       of its caller reach ({@code MinInlineFrequencyRatio}), and never learns better. So whoever calls the functions
 *       built on exponentials has turned to the scalar form before where there is too little for a vector.
 * </ul>
 */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = Species.PREFERRED;

    static final int COUNT = SPECIES.length();

    /** What to cast to by {@link Class#cast}: an intrinsic, so that C2 knows the class from there on. */
    static final Class<? extends Vector<Float>> CLASS = SPECIES.vectorType();

    static final VectorSpecies<Integer> INT_SPECIES = SPECIES.withLanes(int.class);

    static final Class<?> INT_CLASS = INT_SPECIES.vectorType();

    private Lanes() {}

    private static FloatVector exact(FloatVector v) {
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
        return exact(a).add(b);
    }

    static FloatVector sub(FloatVector a, FloatVector b) {
        return exact(a).sub(b);
    }

    static FloatVector mul(FloatVector a, FloatVector b) {
        return exact(a).mul(b);
    }

    static FloatVector div(FloatVector a, FloatVector b) {
        return exact(a).div(b);
    }

    static FloatVector max(FloatVector a, FloatVector b) {
        return exact(a).max(b);
    }

    static FloatVector min(FloatVector a, FloatVector b) {
        return exact(a).min(b);
    }

    static FloatVector abs(FloatVector v) {
        return exact(v).abs();
    }

    static FloatVector neg(FloatVector v) {
        return exact(v).neg();
    }

    /** {@code a * b + c}, rounded once where the CPU can, twice where it cannot. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return Simd.FMA ? exact(a).fma(b, c) : exact(a).mul(b).add(c);
    }

    /** The floats whose exponents are the low bits of those of {@code v}. */
    static FloatVector power(FloatVector v) {
        IntVector bits = (IntVector) INT_CLASS.cast(exact(v).reinterpretAsInts());
        bits = (IntVector) INT_CLASS.cast(bits.lanewise(VectorOperators.LSHL, 23));
        return bits.reinterpretAsFloats();
    }
}
