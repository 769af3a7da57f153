package dev.pleat.formats.build;

import java.util.ArrayList;
import java.util.List;

/**
 * What a layer computes, as a product {@code coefficient * (a + i) * (b + j) * ...} of other layers and numbers added to
 * them.
 */
record Product(double coefficient, List<Factor> factors) {
    private static final int MOST = 4;

    /** How many layers a product may consist of, one inside the other. */
    private static final int DEEPEST = 8;

    /** One of the factors: a layer and a number added to it. */
    record Factor(Draft layer, double plus) {
        boolean isPlain(Draft other) {
            return plus == 0 && layer.name().equals(other.name());
        }

        boolean isFunction(String name) {
            boolean activation = layer.is("Activation")
                    && layer.layer().attributes().get("value").toString().equals(name);
            return activation || layer.is(name);
        }
    }

    /** Takes a layer apart, as far as it is made of few factors. */
    static Product of(Network network, Draft draft) {
        List<Factor> factors = new ArrayList<>();
        double coefficient = collect(network, draft, factors, DEEPEST);
        return new Product(coefficient, factors);
    }

    private static double collect(Network network, Draft draft, List<Factor> factors, int depth) {
        if (depth > 0 && Affines.isScalar(draft)) {
            double scale = draft.numbers("scale")[0];
            double shift = draft.numbers("shift")[0];
            Draft source = network.get(draft.input());
            if (shift == 0 && factors.size() <= MOST) {
                return scale * collect(network, source, factors, depth - 1);
            }
            if (scale != 0) {
                factors.add(new Factor(source, shift / scale));
                return scale;
            }
        }
        boolean few = draft.layer().inputs().size() <= MOST && factors.size() <= MOST;
        if (depth > 0 && draft.is("Multiply") && few) {
            double coefficient = 1;
            for (String input : draft.layer().inputs()) {
                coefficient *= collect(network, network.get(input), factors, depth - 1);
            }
            return coefficient;
        }
        factors.add(new Factor(draft, 0));
        return 1;
    }

    /** Returns whether the coefficient is a number, but for rounding. */
    boolean times(double number) {
        return Functions.near(coefficient, number);
    }
}
