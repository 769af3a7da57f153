package dev.pleat.formats.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes of a graph lead to its outputs, in an order in which each comes after what it reads. */
final class GraphPlan {
    private static final int MOST_LISTED = 5;
    private static final int FEW = 100;
    private static final Set<String> CONSTANTS = Set.of("Const", "VarHandleOp", "VariableV2", "Variable");

    private final FlatGraph graph;
    private final Set<Ref> inputs;
    private final List<GraphNode> order = new ArrayList<>();
    private final Map<String, List<Ref>> reads = new HashMap<>();
    private final Map<Ref, List<GraphNode>> readers = new LinkedHashMap<>();

    /**
     * Plans.
     *
     * @param graph the graph
     * @param inputs where to stop
     * @param outputs where to begin
     * @throws IllegalArgumentException if nodes lead to each other, or one is missing
     */
    GraphPlan(FlatGraph graph, Set<Ref> inputs, List<Ref> outputs) {
        this.graph = graph;
        this.inputs = inputs;
        Set<String> done = new HashSet<>();
        for (Ref output : outputs) {
            if (!inputs.contains(output)) {
                visit(output.node(), done);
            }
        }
    }

    /** {@return the nodes, each after what it reads} */
    List<GraphNode> order() {
        return order;
    }

    /** {@return what a node reads, calls of functions followed} */
    List<Ref> reads(GraphNode node) {
        return reads.get(node.name());
    }

    /** {@return the nodes that read an output} */
    List<GraphNode> readers(Ref ref) {
        return readers.getOrDefault(ref, List.of());
    }

    /** {@return the node that a value comes from; null if that is not part of the plan} */
    GraphNode node(Ref ref) {
        return reads.containsKey(ref.node()) ? graph.node(ref.node()) : null;
    }

    /** {@return whether a value follows from few constants alone} */
    boolean isOfConstants(Ref ref) {
        for (GraphNode node : order(ref)) {
            boolean source = reads.get(node.name()).isEmpty();
            if (source && !CONSTANTS.contains(node.op())) {
                return false;
            }
        }
        return !order(ref).isEmpty();
    }

    /** {@return the few nodes that a value follows from, each after what it reads; none if they are many} */
    List<GraphNode> order(Ref ref) {
        Set<String> needed = new HashSet<>();
        List<Ref> open = new ArrayList<>(List.of(ref));
        while (!open.isEmpty()) {
            Ref next = open.remove(open.size() - 1);
            if (inputs.contains(next) || needed.size() > FEW) {
                return List.of();
            }
            if (needed.add(next.node())) {
                open.addAll(reads.getOrDefault(next.node(), List.of()));
            }
        }
        List<GraphNode> few = new ArrayList<>();
        collect(ref.node(), new HashSet<>(), few);
        return few;
    }

    private void collect(String name, Set<String> done, List<GraphNode> into) {
        if (done.add(name)) {
            for (Ref ref : reads.getOrDefault(name, List.of())) {
                collect(ref.node(), done, into);
            }
            into.add(graph.node(name));
        }
    }

    /** Visits a node and all that it reads, without recursion: graphs may be as deep as they like. */
    private void visit(String root, Set<String> done) {
        List<String> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        path.add(root);
        onPath.add(root);
        while (!path.isEmpty()) {
            String name = path.get(path.size() - 1);
            GraphNode node = graph.node(name);
            if (done.contains(name)) {
                onPath.remove(path.remove(path.size() - 1));
                continue;
            }
            List<Ref> refs = reads.computeIfAbsent(name, key -> graph.inputs(node));
            int i = next.merge(name, 1, Integer::sum) - 1;
            if (i == refs.size()) {
                finish(node, refs);
                done.add(name);
                onPath.remove(path.remove(path.size() - 1));
            } else if (!inputs.contains(refs.get(i))
                    && !done.contains(refs.get(i).node())) {
                String from = refs.get(i).node();
                if (!onPath.add(from)) {
                    throw new IllegalArgumentException(
                            "nodes lead to each other in a circle, as loops do: " + circle(path, from));
                }
                path.add(from);
            }
        }
    }

    private String circle(List<String> path, String from) {
        List<String> names = path.subList(path.indexOf(from), path.size()).stream()
                .map(name -> "'" + FlatGraph.readable(name) + "' ("
                        + graph.node(name).op() + ")")
                .toList();
        String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_LISTED)));
        return names.size() > MOST_LISTED ? some + " and " + (names.size() - MOST_LISTED) + " more" : some;
    }

    private void finish(GraphNode node, List<Ref> refs) {
        order.add(node);
        for (Ref ref : new HashSet<>(refs)) {
            readers.computeIfAbsent(ref, key -> new ArrayList<>()).add(node);
        }
    }

    /** {@return what the names of all layers of one scope begin with; empty if they differ from the start} */
    String commonScope() {
        String[] common = null;
        for (GraphNode node : order) {
            String[] path = FlatGraph.readable(node.name()).split("/");
            // The last part is the operation, the one before it the layer.
            if (Operation.isNamedByScope(node)) {
                String[] scope = Arrays.copyOf(path, Math.max(0, path.length - 2));
                common = common == null ? scope : shared(common, scope);
            }
        }
        return common == null || common.length == 0 ? "" : String.join("/", common) + "/";
    }

    private static String[] shared(String[] a, String[] b) {
        int length = 0;
        while (length < Math.min(a.length, b.length) && a[length].equals(b[length])) {
            length++;
        }
        return Arrays.copyOf(a, length);
    }
}
