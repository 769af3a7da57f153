package dev.pleat.formats.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the nodes that outputs depend on. */
final class Needed {
    private Needed() {}

    /**
     * Returns them, in the order of the file.
     *
     * @param given the tensors that are inputs: what computes them is not needed
     */
    static List<Node> of(List<Node> nodes, List<String> outputs, Collection<String> given) {
        Map<String, Node> computes = new HashMap<>();
        for (Node node : nodes) {
            node.results().forEach(name -> computes.put(name, node));
        }
        Set<Node> needed = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        Set<String> seen = new HashSet<>(given);
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String name = open.pop();
            Node node = seen.add(name) ? computes.get(name) : null;
            if (node != null && needed.add(node)) {
                open.addAll(node.inputs());
            }
        }
        List<Node> ordered = new ArrayList<>(nodes);
        ordered.removeIf(node -> !needed.contains(node));
        return ordered;
    }
}
