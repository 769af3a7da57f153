package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Folds a batch norm into the dense layer or convolution that feeds it.
 *
 * <pre>
 *   y = W·x + b; z = s·y + t    becomes    z = (s·W)·x + (s·b + t)
 *   where s = γ / √(σ² + ε) and t = β − μ·s, one per output channel
 * </pre>
 *
 * <p>Averages, crops, reshapes and permutations may stand between, if the norm's axis is still that of the output
 * channels. Nobody else may read what lies between: they need it unscaled.
 */
final class FoldBackward implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Scale scale)) {
            return Optional.empty();
        }
        int axis = scale.axis();
        Node below = node;
        Node source = graph.node(node.input());
        while (!(source.op() instanceof Linear)) {
            String blocked = blocked(graph, source, below);
            int above = blocked != null || source.inputs().size() != 1
                    ? -1
                    : Commuting.upward(
                            source.op(), axis, scale.scalings(), graph.node(source.input()).shape(), source.shape());
            if (above < 0) {
                refuse(notes, scale, blocked != null ? blocked : "'" + source.name() + "' (" + source.op() + ") feeds it");
                return Optional.empty();
            }
            axis = above;
            below = source;
            source = graph.node(source.input());
        }
        String reason = reason(graph, source, below, axis);
        if (reason != null) {
            refuse(notes, scale, reason);
            return Optional.empty();
        }
        return Optional.of(fold(graph, node, scale, source, notes));
    }

    private static Graph fold(Graph graph, Node node, Scale scale, Node source, Notes notes) {
        Linear linear = (Linear) source.op();
        Linear folded = linear.withWeights(linear.weights().followedBy(scale.scalings()));
        scale.scalings().forEach(s -> notes.put(s.layer(), "folded into " + layer(source)));
        if (node.input().equals(source.name())) {
            Node merged = new Node(node.name(), folded, source.inputs(), node.shape());
            return Patch.merge(List.of(source, node), merged).apply(graph);
        }
        return Patch.bypass(node).apply(Patch.replace(source, source.withOp(folded)).apply(graph));
    }

    /** Returns why a linear layer cannot take the scaling, null if it can. */
    private static String reason(Graph graph, Node source, Node below, int axis) {
        Linear linear = (Linear) source.op();
        String shared = blocked(graph, source, below);
        if (shared != null) {
            return shared;
        } else if (!linear.epilogue().activation().isLinear()) {
            return linear.epilogue().activation() + " of '" + layer(source) + "' stands between";
        } else if (!linear.epilogue().isEmpty()) {
            return "'" + layer(source) + "' ends in more than its sums";
        } else if (axis != source.shape().rank() - 1) {
            return "it scales axis " + (axis + 1) + ", not the output channels of '" + layer(source) + "'";
        }
        return null;
    }

    /** Returns why a value cannot change, null if only {@code reader} reads it. */
    private static String blocked(Graph graph, Node source, Node reader) {
        if (graph.isOutput(source.name())) {
            return "'" + layer(source) + "' is an output";
        }
        String others = graph.consumers(source.name()).stream()
                .filter(other -> !other.name().equals(reader.name()))
                .map(other -> "'" + layer(other) + "'")
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? null : others + " also reads '" + layer(source) + "'";
    }

    private static void refuse(Notes notes, Scale scale, String reason) {
        for (Scaling scaling : scale.scalings()) {
            notes.refuse(scaling.layer(), reason);
        }
    }

    /** Returns the name of the layer that a node is part of. */
    static String layer(Node node) {
        String name = node.name();
        int end = name.indexOf('#');
        return end < 0 ? name : name.substring(0, end);
    }
}
