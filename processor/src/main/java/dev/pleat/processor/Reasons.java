package dev.pleat.processor;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Pad;
import java.util.List;
import java.util.stream.Collectors;

/** Says why nodes that could have joined another still have a step of their own. */
final class Reasons {

    private Reasons() {}

    /** Returns the reasons, none for what never joins another. */
    static List<String> of(Graph graph, Node node) {
        if (node.op() instanceof Activate) {
            return List.of(activation(graph, node));
        } else if (node.op() instanceof Merge merge && merge.kind() == Merge.Kind.ADD) {
            return node.inputs().size() == 2
                    ? node.inputs().stream()
                            .distinct()
                            .map(input -> addend(graph, node, graph.node(input)))
                            .toList()
                    : List.of("not fused: it adds " + node.inputs().size()
                            + " values, and sums start from one value only");
        } else if (node.op() instanceof Pad) {
            return List.of("not part of a convolution: " + readers(graph, node) + " no convolution, which could pad");
        }
        return List.of();
    }

    /** Returns why a node reads a copy that the plan made, nothing if it does not. */
    static List<String> ofCopies(Graph graph, Node node) {
        return node.inputs().stream()
                .filter(input -> input.endsWith("#padded"))
                .map(copy -> "reads a copy with a border of zeros: "
                        + name(graph.node(graph.node(copy).input()))
                        + ", or something else that reads it, cannot leave room between rows")
                .toList();
    }

    private static String activation(Graph graph, Node node) {
        Node source = graph.node(node.input());
        String name = name(source);
        if (!(source.op() instanceof Linear linear)) {
            return "not fused: " + name + " is " + what(source) + ", and only sums are finished where they are stored";
        }
        String shared = shared(graph, source, node);
        if (!shared.isEmpty()) {
            return "not fused into " + name + ": " + shared;
        }
        return linear.epilogue().scalings().isEmpty()
                ? "not fused into " + name + ": its " + linear.epilogue().activation() + " is applied there already"
                : "not fused into " + name + ": a scaling is applied there already, which comes first";
    }

    private static String addend(Graph graph, Node sum, Node source) {
        String name = name(source);
        if (!(source.op() instanceof Linear linear)) {
            return "not fused into " + name + ": it is " + what(source) + " without sums to start";
        }
        String shared = shared(graph, source, sum);
        if (!shared.isEmpty()) {
            return "not fused into " + name + ": " + shared;
        } else if (!linear.epilogue().isEmpty()) {
            return "not fused into " + name + ": its result is changed ("
                    + linear.epilogue().toString().replaceFirst("^[ ,]+", "") + ") before it is added";
        }
        return "not fused into " + name + ": the shapes differ";
    }

    private static String shared(Graph graph, Node source, Node reader) {
        if (graph.isOutput(source.name())) {
            return "its value is an output";
        }
        String others = graph.consumers(source.name()).stream()
                .filter(other -> !other.name().equals(reader.name()))
                .map(Reasons::name)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return others + " reads its value too";
        }
        return graph.hasOneUse(source.name()) ? "" : "its value is read twice";
    }

    private static String readers(Graph graph, Node node) {
        String readers =
                graph.consumers(node.name()).stream().map(Reasons::name).collect(Collectors.joining(", "));
        return readers.isEmpty() ? "an output is" : readers + " is";
    }

    private static String what(Node node) {
        return node.op() instanceof Input ? "an input" : "a step (" + Wording.operation(node.op()) + ")";
    }

    private static String name(Node node) {
        return "'" + Wording.layer(node.name()) + "'";
    }
}
