package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Code that uses vectors of 4 and of 8 lanes, as a user's, or that of a model, might. */
final class OtherSpecies {
    private static final float[] X = Spans.random(64, 1);

    private static final float[] Y = new float[64];

    private OtherSpecies() {}

    static void use() {
        use(FloatVector.SPECIES_128);
        use(FloatVector.SPECIES_256);
    }

    private static void use(VectorSpecies<Float> species) {
        FloatVector sum = FloatVector.zero(species);
        for (int i = 0; i < X.length; i += species.length()) {
            FloatVector v = FloatVector.fromArray(species, X, i);
            sum = v.mul(v).add(sum).sub(v.abs()).max(v.neg()).min(v).div(sum);
            sum = v.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 2)
                    .reinterpretAsFloats()
                    .add(sum);
            v.blend(sum, v.compare(VectorOperators.LT, sum)).intoArray(Y, i);
        }
        Y[0] = sum.reduceLanes(VectorOperators.ADD) + sum.reduceLanes(VectorOperators.MAX);
        sum.intoArray(Y, 8);
    }
}
