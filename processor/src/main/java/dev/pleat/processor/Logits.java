package dev.pleat.processor;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Softmax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the value before a final softmax or sigmoid an output too, called {@code <output>_logits}: softmax hides errors,
 * so models are compared on what it reads.
 */
final class Logits {

    private static final String SUFFIX = "_logits";

    private Logits() {}

    /** Returns a graph with these outputs behind its own; a graph without such functions as it is. */
    static Graph addTo(Graph graph) {
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Graph.Output> outputs = new ArrayList<>(graph.outputs());
        Set<String> names = new HashSet<>();
        graph.outputs().forEach(output -> names.add(output.name()));
        for (Graph.Output output : graph.outputs()) {
            String name = output.name() + SUFFIX;
            if (names.add(name)) {
                before(graph, output, nodes).ifPresent(node -> outputs.add(new Graph.Output(name, node)));
            }
        }
        return outputs.size() == graph.outputs().size() ? graph : new Graph(nodes, outputs);
    }

    /** Returns the name of the value that is an output but for its last function, and adds the nodes that it needs. */
    private static Optional<String> before(Graph graph, Graph.Output output, List<Node> nodes) {
        Deque<Node> behind = new ArrayDeque<>();
        Node node = graph.node(output.node());
        while (keepsValues(node.op())) {
            behind.push(node);
            node = graph.node(node.input());
        }
        if (!isFinal(node.op())) {
            return Optional.empty();
        }
        String value = node.input();
        // What only moved the values moves them in the same way.
        for (Node moved : behind) {
            Node copy = new Node(moved.name() + "#logits", moved.op(), List.of(value), moved.shape());
            nodes.add(copy);
            value = copy.name();
        }
        return Optional.of(value);
    }

    private static boolean keepsValues(Op op) {
        return op instanceof Identity || op instanceof Reshape || op instanceof Permute;
    }

    private static boolean isFinal(Op op) {
        return op instanceof Softmax
                || op instanceof Activate activate && activate.function().kind() == Activation.Kind.SIGMOID;
    }
}
