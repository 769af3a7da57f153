package dev.pleat.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An immutable graph: nodes in an order in which they can be computed, and which of them the caller gets. */
public final class Graph {

    private final LinkedHashMap<String, Node> nodes;
    private final List<Output> outputs;
    private final Map<String, List<Node>> consumers = new HashMap<>();

    /**
     * A value that the caller gets.
     *
     * @param name the layer's name, which stays when passes remove the layer
     * @param node the node that computes it
     */
    public record Output(String name, String node) {}

    public Graph(List<Node> nodes, List<Output> outputs) {
        this.nodes = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (this.nodes.put(node.name(), node) != null) {
                throw new IllegalStateException("two nodes are called '" + node.name() + "'");
            }
            for (String input : Set.copyOf(node.inputs())) {
                consumers.computeIfAbsent(input, k -> new ArrayList<>()).add(node);
            }
        }
        this.outputs = List.copyOf(outputs);
    }

    /** Returns all nodes, each after those it reads. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Returns what the caller gets, in the order of the source. */
    public List<Output> outputs() {
        return outputs;
    }

    /** Returns the nodes that are inputs, in the order of the source. */
    public List<Node> inputs() {
        return nodes.values().stream()
                .filter(node -> node.op() instanceof Input)
                .toList();
    }

    /** Returns the node of a name, which must exist. */
    public Node node(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalStateException("no node is called '" + name + "'");
        }
        return node;
    }

    /** Returns whether a node has this name. */
    public boolean contains(String name) {
        return nodes.containsKey(name);
    }

    /** Returns the nodes that read a value, each once. */
    public List<Node> consumers(String name) {
        return consumers.getOrDefault(name, List.of());
    }

    /** Returns whether the caller gets the value of this name. */
    public boolean isOutput(String name) {
        return outputs.stream().anyMatch(output -> output.node().equals(name));
    }

    /** Returns whether one node reads a value, once, and the caller does not get it. */
    public boolean hasOneUse(String name) {
        List<Node> readers = consumers(name);
        return readers.size() == 1
                && !isOutput(name)
                && readers.get(0).inputs().stream().filter(name::equals).count() == 1;
    }

    /** Returns the shapes of what a node reads, in its order. */
    public List<Shape> inputShapes(Node node) {
        return node.inputs().stream().map(input -> node(input).shape()).toList();
    }

    /** Returns the graph's text: one line a node, then the outputs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        nodes.values().forEach(node -> text.append(node).append('\n'));
        for (Output output : outputs) {
            text.append("output ").append(output.name());
            text.append(output.name().equals(output.node()) ? "" : " = " + output.node())
                    .append('\n');
        }
        return text.toString();
    }
}
