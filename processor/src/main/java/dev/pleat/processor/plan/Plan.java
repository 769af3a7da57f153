package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import java.util.List;
import java.util.Map;

/**
 * Where everything is.
 *
 * @param graph the optimized graph, with the copies that borders need
 * @param steps what is computed, in order: the nodes without inputs and views
 * @param slots by node name, for all nodes
 * @param scratch floats of scratch memory
 */
public record Plan(Graph graph, List<Node> steps, Map<String, Slot> slots, int scratch) {

    /** Returns where the value of a node lives. */
    public Slot slot(String node) {
        return slots.get(node);
    }

    /** Returns where the value of a node lives. */
    public Slot slot(Node node) {
        return slots.get(node.name());
    }
}
