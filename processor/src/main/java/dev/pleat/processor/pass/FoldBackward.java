package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import java.util.List;
import java.util.Optional;

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
            int above = source.inputs().size() != 1
                    ? -1
                    : Commuting.upward(
                            source.op(),
                            axis,
                            scale.scalings(),
                            graph.node(source.input()).shape(),
                            source.shape());
            String shared = shared(graph, source, below);
            if (shared != null || above < 0) {
                Node linear = linear(graph, source);
                boolean hopeless = above < 0 && linear == null;
                String reason = shared == null || hopeless ? Obstacle.above(graph, source) : shared;
                refuse(notes, scale, linear, reason);
                return Optional.empty();
            }
            axis = above;
            below = source;
            source = graph.node(source.input());
        }
        String reason = reason(graph, source, below, axis);
        if (reason != null) {
            refuse(notes, scale, source, reason);
            return Optional.empty();
        }
        return Optional.of(fold(graph, node, scale, source, notes));
    }

    /** Returns the dense layer or convolution above a node through which one value flows, null if there is none. */
    private static Node linear(Graph graph, Node node) {
        Node source = node;
        while (!(source.op() instanceof Linear) && source.inputs().size() == 1) {
            source = graph.node(source.input());
        }
        return source.op() instanceof Linear ? source : null;
    }

    private static Graph fold(Graph graph, Node node, Scale scale, Node source, Notes notes) {
        Linear linear = (Linear) source.op();
        Linear folded = linear.withWeights(linear.weights().followedBy(scale.scalings()));
        scale.scalings().forEach(s -> notes.folded(s.layer(), "folded into '" + kernel(linear) + "'"));
        if (node.input().equals(source.name())) {
            Node merged = new Node(node.name(), folded, source.inputs(), node.shape());
            return Patch.merge(List.of(source, node), merged).apply(graph);
        }
        return Patch.bypass(node)
                .apply(Patch.replace(source, source.withOp(folded)).apply(graph));
    }

    /** Returns why a linear layer cannot take the scaling, null if it can. */
    private static String reason(Graph graph, Node source, Node below, int axis) {
        Linear linear = (Linear) source.op();
        String shared = shared(graph, source, below);
        if (shared != null) {
            return shared;
        } else if (!linear.epilogue().activation().isLinear()) {
            return "its " + linear.epilogue().activation() + " stands between";
        } else if (linear.epilogue().residual()) {
            return "it adds another value before";
        } else if (!linear.epilogue().isEmpty()) {
            return "another scaling stands between";
        } else if (axis != source.shape().rank() - 1) {
            return "it scales axis " + (axis + 1) + ", but the output channels are axis "
                    + source.shape().rank();
        }
        return null;
    }

    /** Returns why a value cannot change, null if only {@code reader} reads it. */
    private static String shared(Graph graph, Node source, Node reader) {
        if (graph.isOutput(source.name())) {
            return "'" + layer(source) + "' is an output";
        }
        List<String> others = graph.consumers(source.name()).stream()
                .filter(other -> !other.name().equals(reader.name()))
                .map(other -> "'" + layer(other) + "'")
                .toList();
        return others.isEmpty()
                ? null
                : String.join(", ", others) + (others.size() == 1 ? " reads '" : " read '") + layer(source) + "' too";
    }

    private static void refuse(Notes notes, Scale scale, Node linear, String reason) {
        String into = linear == null ? "" : " into '" + kernel((Linear) linear.op()) + "'";
        for (Scaling scaling : scale.scalings()) {
            notes.notAbove(scaling.layer(), "not folded" + into + ": " + reason);
        }
    }

    /** Returns the name of the layer whose kernel a node multiplies by; other layers may have joined it. */
    static String kernel(Linear linear) {
        String kernel = linear.weights().kernel().name();
        return kernel.substring(0, kernel.lastIndexOf('/'));
    }

    /** Returns the name of the layer that a node is part of. */
    static String layer(Node node) {
        String name = node.name();
        int end = name.indexOf('#');
        return end < 0 ? name : name.substring(0, end);
    }
}
