package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Shape;
import java.util.ArrayList;
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
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Shape> layers = new LinkedHashMap<>();
    private final List<Graph.Output> outputs = new ArrayList<>();
    private boolean incomplete;

    /**
     * What the user calls a node.
     *
     * @param name the path of a layer or of the use of a block that ends in the node
     * @param origin where it stands
     */
    record Part(String name, Origin origin) {}

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
    void layer(String path, String kind, List<String> inputs, Origin origin) {
        kinds.put(path, kind);
        reads.computeIfAbsent(path, k -> new LinkedHashSet<>()).addAll(inputs);
        parts.put(path, new Part(path, origin));
    }

    /** Notes that a use of a block ends in a node. */
    void block(String path, String last, Origin origin) {
        parts.put(last, new Part(path, origin));
    }

    /** Notes that what some layer reads is not known, so that others may seem unreachable. */
    void incomplete() {
        incomplete = true;
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

    /** Returns the layers that nobody reads though they are no outputs; none if it is not known what layers read. */
    List<Part> unread() {
        if (incomplete) {
            return List.of();
        }
        Set<String> read = new LinkedHashSet<>();
        reads.values().forEach(read::addAll);
        outputs.forEach(output -> read.add(output.node()));
        return reads.keySet().stream()
                .filter(path -> !read.contains(path))
                .map(parts::get)
                .toList();
    }

    Graph graph() {
        return new Graph(List.copyOf(nodes.values()), outputs);
    }
}
