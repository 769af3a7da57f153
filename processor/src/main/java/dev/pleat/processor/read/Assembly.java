package dev.pleat.processor.read;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The graph of a model while it is read: its nodes, which layer reads which, and which layers are outputs. */
final class Assembly {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> reads = new LinkedHashMap<>();
    private final Map<String, Shape> layers = new LinkedHashMap<>();
    private final List<Graph.Output> outputs = new ArrayList<>();

    /** Adds a node whose operation accepts its inputs; their shapes are known. */
    Node add(String name, Op op, List<String> inputs) {
        Shape shape = op.resultShape(inputs.stream().map(this::shape).toList());
        Node node = new Node(name, op, inputs, shape);
        nodes.put(name, node);
        return node;
    }

    /** Returns a node's shape, null if the layer was refused. */
    Shape shape(String node) {
        Node found = nodes.get(node);
        return found == null ? null : found.shape();
    }

    /** Notes that a layer of a kind exists and what it reads, also if it is refused. */
    void layer(String path, String kind, List<String> inputs) {
        kinds.put(path, kind);
        reads.computeIfAbsent(path, k -> new LinkedHashSet<>()).addAll(inputs);
    }

    /** Returns the kind of each layer, by path. */
    Map<String, String> kinds() {
        return kinds;
    }

    void output(String name, String node) {
        if (outputs.stream().noneMatch(output -> output.node().equals(node))) {
            outputs.add(new Graph.Output(name, node));
        }
    }

    /** Notes a layer's shape for the list that {@link #shapesSoFar} gives. */
    void describe(String path, Shape shape) {
        layers.put(path, shape);
    }

    /** Returns every layer with its shape, the last 12 of a long model. */
    String shapesSoFar() {
        List<String> all = new ArrayList<>();
        layers.forEach((path, shape) -> all.add(path + " " + shape));
        int skipped = Math.max(0, all.size() - 12);
        return (skipped > 0 ? "… " : "") + String.join(" → ", all.subList(skipped, all.size()));
    }

    /** Returns the layers from which no output can be reached. */
    List<String> unreachable() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        outputs.forEach(output -> open.add(output.node()));
        while (!open.isEmpty()) {
            String path = open.remove();
            if (reached.add(path)) {
                open.addAll(reads.getOrDefault(path, Set.of()));
            }
        }
        return reads.keySet().stream().filter(path -> !reached.contains(path)).toList();
    }

    Graph graph() {
        return new Graph(List.copyOf(nodes.values()), outputs);
    }
}
