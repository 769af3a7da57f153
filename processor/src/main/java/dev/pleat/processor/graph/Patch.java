package dev.pleat.processor.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change of a graph: some nodes go, others stand where the last of them stood, and readers of the old read the new.
 *
 * @param remove the nodes that go
 * @param insert the nodes that come, in order, at the place of the last one removed
 * @param redirect old name to new name, for readers and outputs
 */
public record Patch(Set<String> remove, List<Node> insert, Map<String, String> redirect) {

    public Patch {
        remove = Set.copyOf(remove);
        insert = List.copyOf(insert);
        redirect = Map.copyOf(redirect);
    }

    /** Returns the change that puts nodes in a node's place; the last of them is what its readers read. */
    public static Patch replace(Node old, Node... with) {
        return merge(List.of(old), with);
    }

    /** Returns the change that puts nodes in the place of several; readers of the last old read the last new. */
    public static Patch merge(List<Node> old, Node... with) {
        Map<String, String> redirect = new LinkedHashMap<>();
        String from = old.get(old.size() - 1).name();
        String to = with[with.length - 1].name();
        if (!from.equals(to)) {
            redirect.put(from, to);
        }
        return new Patch(Set.copyOf(old.stream().map(Node::name).toList()), List.of(with), redirect);
    }

    /** Returns the change that removes a node whose readers read its input instead. */
    public static Patch bypass(Node node) {
        return new Patch(Set.of(node.name()), List.of(), Map.of(node.name(), node.input()));
    }

    /** Returns the changed graph. */
    public Graph apply(Graph graph) {
        List<Node> nodes = new ArrayList<>();
        int left = remove.size();
        for (Node node : graph.nodes()) {
            if (remove.contains(node.name())) {
                if (--left == 0) {
                    nodes.addAll(insert);
                }
            } else {
                nodes.add(node);
            }
        }
        nodes.replaceAll(this::redirected);
        List<Graph.Output> outputs = graph.outputs().stream()
                .map(output -> new Graph.Output(output.name(), redirect.getOrDefault(output.node(), output.node())))
                .toList();
        return new Graph(nodes, outputs);
    }

    private Node redirected(Node node) {
        Node result = node;
        if (insert.contains(node)) {
            return node;
        }
        for (Map.Entry<String, String> change : redirect.entrySet()) {
            result = result.redirect(change.getKey(), change.getValue());
        }
        return result;
    }
}
