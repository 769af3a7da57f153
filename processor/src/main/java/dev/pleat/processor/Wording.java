package dev.pleat.processor;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.TransposedConvolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences of an {@link Explanation}. */
final class Wording {

    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("RemoveIdentities", "Removes what does nothing when a model predicts."),
            Map.entry("MergePermutes", "Makes two permutations, one behind the other, one."),
            Map.entry("SinkPermutes", "Moves permutations down, so that they meet others and cancel."),
            Map.entry("FoldPadding", "Makes zero padding part of the convolution that reads it."),
            Map.entry("ComposeScalings", "Makes two scalings of the same axis one."),
            Map.entry("FoldBackward", "Multiplies a batch norm into the weights of the layer before it."),
            Map.entry("FoldForward", "Multiplies a batch norm into the weights of all layers behind it."),
            Map.entry("FuseResidual", "Starts a layer's sums from the value that is added to its result."),
            Map.entry("FuseMaximum", "Applies a relu, and a batch norm behind it, to what a max pool finds."),
            Map.entry("FuseActivation", "Applies an activation where the sums before it are stored."),
            Map.entry("FuseScaling", "Applies a batch norm behind an activation where the activated sums are stored."),
            Map.entry("RemoveDeadNodes", "Removes values that nobody reads any more."));

    private Wording() {}

    /** Returns what a pass does. */
    static String purpose(String pass) {
        return PURPOSES.getOrDefault(pass, "Rewrites the graph without changing its meaning.");
    }

    /** Returns an operation in a word or two. */
    static String operation(Op op) {
        if (op instanceof Activate activate) {
            return function(activate.function());
        } else if (op instanceof Identity identity) {
            return identity.layer();
        } else if (op instanceof Pool pool) {
            String kind = pool.kind() == Pool.Kind.MAX ? "max" : "average";
            return kind + " pool " + pool.window().rows() + "×" + pool.window().cols();
        } else if (op instanceof Merge merge) {
            return merge.toString();
        }
        String kind = op.toString().split(" ", 2)[0];
        if (op instanceof Convolution convolution) {
            kind = (convolution.depthwise() ? "depthwise " : "conv ")
                    + convolution.window().rows() + "×" + convolution.window().cols();
        } else if (op instanceof TransposedConvolution transposed) {
            kind = "transposed " + transposed.window().rows() + "×"
                    + transposed.window().cols();
        }
        return op instanceof Linear linear ? kind + finish(linear) : kind;
    }

    private static String finish(Linear linear) {
        Activation activation = linear.epilogue().activation();
        return (linear.epilogue().residual() ? " + add" : "")
                + (activation.isLinear() ? "" : " + " + function(activation))
                + (linear.epilogue().scalings().isEmpty() ? "" : " + scale");
    }

    /** Returns a function as people call it: {@code relu6}, {@code leaky relu 0.2}. */
    private static String function(Activation activation) {
        if (activation.kind() != Activation.Kind.RELU || activation.parameter(2) != 0) {
            return activation.toString().replace('_', ' ');
        }
        double slope = activation.parameter(0);
        double most = activation.parameter(1);
        String leaky = slope == 0 ? "relu" : "leaky relu " + number(slope);
        return Double.isInfinite(most) ? leaky : slope == 0 ? "relu" + number(most) : leaky + " to " + number(most);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Returns what one rewrite did with the work of some layers. */
    static String change(String pass, Graph read, List<String> newcomers, String into) {
        String names = names(read, newcomers, pass.equals("SinkPermutes") ? "" : into);
        return switch (pass) {
            case "RemoveIdentities", "RemoveDeadNodes" ->
                into.isEmpty() ? names + " " + nothing(read, newcomers) : names + " and '" + into + "' become one";
            case "MergePermutes" -> names + " and the permutation '" + into + "' become one";
            case "SinkPermutes" -> names + " changes places with a permutation: the values are the same in any order";
            case "FoldPadding" -> names + " becomes the border of zeros that '" + into + "' reads";
            case "ComposeScalings" -> names + " and '" + into + "' become one scaling";
            case "FoldBackward" -> names + " is multiplied into the weights of '" + into + "' when they are loaded";
            case "FoldForward" ->
                names + " is multiplied into the weights of '" + into + "', which reads it, when they are loaded";
            case "FuseResidual" -> names + " is where the sums of '" + into + "' start, instead of an addition";
            case "FuseMaximum" ->
                names + " joins '" + into + "', which needs it for the largest number of each window only";
            case "FuseActivation" ->
                functions(read, newcomers, names) + " is applied to the sums of '" + into + "' before they are stored";
            case "FuseScaling" -> names + " is one multiply-add per number of '" + into + "' before it is stored";
            default -> into.isEmpty() ? names + " is removed" : names + " joins '" + into + "'";
        };
    }

    /** Returns that values are not computed any more, after others took over their work. */
    static String gone(List<String> layers) {
        String names = layers.stream().map(layer -> "'" + layer + "'").collect(Collectors.joining(", "));
        return names + (layers.size() == 1 ? " is" : " are") + " not computed any more: nobody reads the value";
    }

    private static String functions(Graph read, List<String> newcomers, String names) {
        String functions = newcomers.stream()
                .map(name -> read.node(name).op())
                .filter(Activate.class::isInstance)
                .map(Wording::operation)
                .collect(Collectors.joining(", "));
        return functions.isEmpty() || names.startsWith("its own ") ? names : names + " (" + functions + ")";
    }

    private static String nothing(Graph read, List<String> nodes) {
        Op op = read.node(nodes.get(0)).op();
        if (op instanceof Identity identity) {
            return "is removed: " + identity.layer() + " does nothing when a model predicts";
        }
        return nodes.size() == 1 ? "is removed: here it changes nothing" : "are removed: together they change nothing";
    }

    private static String names(Graph read, List<String> nodes, String into) {
        List<String> layers = new ArrayList<>();
        for (String node : nodes) {
            String layer = layer(node);
            String name =
                    layer.equals(into) ? "its own " + operation(read.node(node).op()) : "'" + layer + "'";
            if (!layers.contains(name)) {
                layers.add(name);
            }
        }
        return String.join(", ", layers);
    }

    /** Returns the name of the layer that a node is part of. */
    static String layer(String node) {
        int end = node.indexOf('#');
        return end < 0 ? node : node.substring(0, end);
    }

    /** Returns the layer whose kernel a node multiplies by, or the one that it is named after. */
    static String owner(Node node) {
        if (node.op() instanceof Linear linear) {
            String kernel = linear.weights().kernel().name();
            return kernel.substring(0, kernel.lastIndexOf('/'));
        }
        String name = layer(node.name());
        return name.substring(name.indexOf('\'') + 1);
    }
}
