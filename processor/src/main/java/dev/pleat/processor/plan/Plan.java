package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is.
 *
 * @param graph the optimized graph, with the copies that borders need
 * @param steps what is computed, in order: the nodes without inputs and views
 * @param slots by node name, for all nodes
 * @param bands steps that one thread computes in turns, in order
 * @param scratch floats of scratch memory
 */
public record Plan(Graph graph, List<Node> steps, Map<String, Slot> slots, List<Bands> bands, int scratch) {

    /** Returns how many bands a step is computed in, 1 if that is all of it at a time. */
    public int bands(Node node) {
        return bands.stream()
                .filter(group -> group.nodes().contains(node))
                .mapToInt(Bands::count)
                .findFirst()
                .orElse(1);
    }

    /** Returns whether a node's value moves while it is computed and read in turns. */
    public boolean moves(String node) {
        return group(node).isPresent();
    }

    /** Returns how many rows of a node's value have room while it moves. */
    public int room(Node node) {
        return group(node.name()).orElseThrow().room(node);
    }

    private Optional<Bands> group(String node) {
        return bands.stream()
                .filter(group ->
                        group.between().stream().anyMatch(each -> each.name().equals(node)))
                .findFirst();
    }

    /** Returns where the value of a node lives. */
    public Slot slot(String node) {
        return slots.get(node);
    }

    /** Returns where the value of a node lives. */
    public Slot slot(Node node) {
        return slots.get(node.name());
    }
}
