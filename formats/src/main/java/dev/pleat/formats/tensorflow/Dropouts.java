package dev.pleat.formats.tensorflow;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Removes the dropouts that a graph was frozen with. They are written as several operations: random numbers are compared
 * with a rate, or added to it and rounded, and the values that stay are scaled up. In a model that is used all stay as
 * they are.
 */
final class Dropouts {
    private static final Set<String> OF_MASKS = Set.of(
            "Add",
            "AddV2",
            "Sub",
            "Mul",
            "Floor",
            "GreaterEqual",
            "Greater",
            "Less",
            "LessEqual",
            "Cast",
            "Identity",
            "RealDiv",
            "LogicalNot");

    private final GraphPlan plan;
    private final Function<Ref, Result> results;

    Dropouts(GraphPlan plan, Function<Ref, Result> results) {
        this.plan = plan;
        this.results = results;
    }

    /** {@return what an operation is if it belongs to a dropout; null for any other} */
    List<Result> translate(GraphNode node, List<Result> inputs) {
        int mask = inputs.indexOf(Result.Mark.DROPOUT);
        if (mask < 0) {
            return null;
        }
        boolean others = inputs.stream().allMatch(input -> input == Result.Mark.DROPOUT || input instanceof Constant);
        if (others && OF_MASKS.contains(node.op())) {
            return List.of(Result.Mark.DROPOUT);
        }
        if (node.op().equals("Mul") && inputs.size() == 2) {
            return List.of(unscaled(plan.reads(node).get(1 - mask), inputs.get(1 - mask)));
        }
        boolean selects = (node.op().equals("SelectV2") || node.op().equals("Select")) && inputs.size() == 3;
        if (selects && mask == 0 && inputs.get(2) instanceof Constant) {
            return List.of(unscaled(plan.reads(node).get(1), inputs.get(1)));
        }
        return null;
    }

    /** Returns a value without the factor that makes up for what a dropout takes away. */
    private Result unscaled(Ref ref, Result value) {
        GraphNode node = plan.node(ref);
        boolean scales = node != null
                && (node.op().equals("Mul") || node.op().equals("RealDiv"))
                && plan.reads(node).size() == 2;
        if (!scales) {
            return value;
        }
        for (int i = 0; i < (node.op().equals("Mul") ? 2 : 1); i++) {
            Result factor = results.apply(plan.reads(node).get(1 - i));
            if (factor instanceof Constant constant && constant.size() == 1) {
                return results.apply(plan.reads(node).get(i));
            }
        }
        return value;
    }
}
