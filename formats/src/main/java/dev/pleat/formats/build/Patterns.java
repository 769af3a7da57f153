package dev.pleat.formats.build;

import dev.pleat.ActivationFunction;
import java.util.List;
import java.util.Map;

/** Recognises functions that files write as several operations. */
final class Patterns {
    private Patterns() {}

    /** Puts the layer of a function in the place of the last of its operations; the others go if nobody else reads them. */
    static void recognise(Network network) {
        for (Draft draft : network.all()) {
            Draft found = null;
            if (draft.is("Multiply") || Affines.isScalar(draft)) {
                found = product(network, network.get(draft.name()));
            } else if (draft.is("ReLU")) {
                found = hardSigmoid(network, network.get(draft.name()));
            } else if (draft.is(Draft.DIVIDE)) {
                found = LayerNorms.of(network, network.get(draft.name()));
            }
            if (found != null) {
                network.replace(found);
            }
        }
    }

    private static Draft function(Draft draft, ActivationFunction function, Draft of) {
        return draft.as("Activation", Map.of("value", function)).reading(List.of(of.name()));
    }

    private static Draft product(Network network, Draft draft) {
        Product product = Product.of(network, draft);
        List<Product.Factor> factors = product.factors();
        if (factors.size() == 1 && product.times(1.0 / 6) && factors.get(0).plus() == 0) {
            Draft x = shiftedBy3(network, factors.get(0));
            return x == null ? null : function(draft, ActivationFunction.HARD_SIGMOID, x);
        }
        if (factors.size() != 2) {
            return null;
        }
        Draft found = gate(network, draft, product, factors.get(0), factors.get(1));
        return found != null ? found : gate(network, draft, product, factors.get(1), factors.get(0));
    }

    /** Returns {@code x} of {@code relu6(x + 3)}, null for anything else. */
    private static Draft shiftedBy3(Network network, Product.Factor factor) {
        if (!factor.isFunction("RELU6")) {
            return null;
        }
        Draft sum = network.get(factor.layer().input());
        boolean plus3 = Affines.isScalar(sum) && sum.numbers("scale")[0] == 1 && sum.numbers("shift")[0] == 3;
        return plus3 ? network.get(sum.input()) : null;
    }

    /** Recognises {@code x * f(x)}. */
    private static Draft gate(Network network, Draft draft, Product product, Product.Factor x, Product.Factor gate) {
        if (x.plus() != 0 || gate.layer().layer().inputs().isEmpty()) {
            return null;
        }
        Draft inner = network.get(gate.layer().input());
        if (gate.plus() == 0) {
            boolean same = inner.name().equals(x.layer().name());
            if (product.times(1) && same && gate.isFunction("SIGMOID")) {
                return function(draft, ActivationFunction.SILU, x.layer());
            }
            if (product.times(1) && same && gate.isFunction("HARD_SIGMOID")) {
                return function(draft, ActivationFunction.HARD_SWISH, x.layer());
            }
            Draft shifted = shiftedBy3(network, gate);
            if (shifted != null && x.isPlain(shifted) && product.times(1.0 / 6)) {
                return function(draft, ActivationFunction.HARD_SWISH, x.layer());
            }
            return product.times(1) && isTanhOfSoftplus(network, gate, x)
                    ? function(draft, ActivationFunction.MISH, x.layer())
                    : null;
        }
        boolean half = product.times(0.5) && gate.plus() == 1;
        if (half && gate.isFunction(Draft.ERF)) {
            Product argument = Product.of(network, inner);
            boolean exact = argument.times(Math.sqrt(0.5))
                    && argument.factors().size() == 1
                    && argument.factors().get(0).isPlain(x.layer());
            return exact ? function(draft, ActivationFunction.GELU, x.layer()) : null;
        }
        return half && gate.isFunction("TANH") && isCubic(network, inner, x.layer())
                ? function(draft, ActivationFunction.GELU_TANH, x.layer())
                : null;
    }

    private static boolean isTanhOfSoftplus(Network network, Product.Factor gate, Product.Factor x) {
        if (!gate.isFunction("TANH")) {
            return false;
        }
        Product.Factor softplus = new Product.Factor(network.get(gate.layer().input()), 0);
        return softplus.isFunction("SOFTPLUS")
                && softplus.layer().input().equals(x.layer().name());
    }

    /** Returns whether a layer is {@code sqrt(2 / pi) * (x + 0.044715 * x^3)}. */
    private static boolean isCubic(Network network, Draft draft, Draft x) {
        Product outer = Product.of(network, draft);
        boolean scaled = outer.times(Math.sqrt(2 / Math.PI)) && outer.factors().size() == 1;
        Draft sum = scaled ? outer.factors().get(0).layer() : draft;
        if (!scaled
                || outer.factors().get(0).plus() != 0
                || !sum.is("Add")
                || sum.layer().inputs().size() != 2) {
            return false;
        }
        for (int i = 0; i < 2; i++) {
            Product cube = Product.of(network, network.get(sum.layer().inputs().get(1 - i)));
            boolean cubed = cube.times(0.044715)
                    && cube.factors().size() == 3
                    && cube.factors().stream().allMatch(factor -> factor.isPlain(x));
            if (cubed && sum.layer().inputs().get(i).equals(x.name())) {
                return true;
            }
        }
        return false;
    }

    /** Recognises {@code min(max(x / 6 + 0.5, 0), 1)} and that of Keras 2. */
    private static Draft hardSigmoid(Network network, Draft draft) {
        Draft line = network.get(draft.input());
        boolean bounded =
                draft.number("maxValue", 0) == 1 && draft.layer().attributes().size() == 1;
        if (!bounded || !Affines.isScalar(line) || line.numbers("shift")[0] != 0.5) {
            return null;
        }
        double slope = line.numbers("scale")[0];
        if (Functions.near(slope, 1.0 / 6)) {
            return function(draft, ActivationFunction.HARD_SIGMOID, network.get(line.input()));
        }
        return Functions.near(slope, 0.2)
                ? function(draft, ActivationFunction.HARD_SIGMOID_KERAS2, network.get(line.input()))
                : null;
    }

    /** Makes activations attributes of the linear layers in front of them. */
    static void activationsIntoLinear(Network network) {
        for (Draft draft : network.all()) {
            if (!draft.is("Activation") || network.isOutput(draft.name())) {
                continue;
            }
            Draft linear = network.get(network.get(draft.name()).input());
            if (Affines.isLinear(linear) && network.hasOneReader(linear.name())) {
                Object function = draft.layer().attributes().get("value");
                network.merge(linear, draft, linear.with("activation", function));
            }
        }
    }
}
