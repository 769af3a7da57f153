package dev.pleat.processor;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows through all rewrites which nodes of the model as written every node does the work of. */
final class Lineage {

    private Map<String, Set<String>> members = new LinkedHashMap<>();

    /**
     * Work that changed hands in one rewrite.
     *
     * @param newcomers nodes of the graph as written whose work moved
     * @param into the node that does it now, null if nobody needs to
     */
    record Move(List<String> newcomers, Node into) {}

    Lineage(Graph read) {
        read.nodes().forEach(node -> members.put(node.name(), new LinkedHashSet<>(Set.of(node.name()))));
    }

    /** Returns the nodes as written whose work a node does; none for one that was added as a copy. */
    Set<String> of(String node) {
        return members.getOrDefault(node, Set.of());
    }

    /** Follows one rewrite and returns what it moved. */
    List<Move> follow(Graph before, Graph after) {
        Map<String, Set<String>> next = new LinkedHashMap<>();
        List<Node> changed = new ArrayList<>();
        for (Node node : after.nodes()) {
            Set<String> work = new LinkedHashSet<>(before.contains(node.name()) ? kept(node, before, after) : Set.of());
            next.put(node.name(), work);
            if (!before.contains(node.name()) || !before.node(node.name()).op().equals(node.op())) {
                changed.add(node);
            }
        }
        for (Node node : changed) {
            if (!before.contains(node.name())) {
                next.get(node.name()).addAll(displaced(node, before, after));
            }
        }
        takeOver(before, after, changed, next);
        List<Move> moves = moves(before, after, next);
        members = next;
        return moves;
    }

    /** Returns what a node that stays works on, with what it read before and now does itself. */
    private Set<String> kept(Node node, Graph before, Graph after) {
        Node old = before.node(node.name());
        boolean changed = !old.op().equals(node.op());
        Set<String> work = new LinkedHashSet<>();
        if (!changed || !isDisplaced(old, node, before, after)) {
            work.addAll(of(node.name()));
        }
        for (String input : old.inputs()) {
            if (!node.inputs().contains(input) && (changed || after.contains(input))) {
                work.addAll(of(input));
            }
        }
        return work;
    }

    /** Two operations have changed places if a node that was added does what an old one did. */
    private static boolean isDisplaced(Node old, Node node, Graph before, Graph after) {
        boolean sameKind = old.op().getClass() == node.op().getClass();
        return !sameKind
                && after.nodes().stream()
                        .anyMatch(other -> !before.contains(other.name())
                                && node.inputs().contains(other.name())
                                && other.op().getClass() == old.op().getClass());
    }

    private Set<String> displaced(Node added, Graph before, Graph after) {
        Set<String> work = new LinkedHashSet<>();
        for (Node reader : after.consumers(added.name())) {
            if (before.contains(reader.name())
                    && before.node(reader.name()).op().getClass() == added.op().getClass()) {
                work.addAll(of(reader.name()));
            }
        }
        return work;
    }

    /** What nobody has taken over yet went into the nodes whose operations changed. */
    private void takeOver(Graph before, Graph after, List<Node> changed, Map<String, Set<String>> next) {
        Set<String> left = new LinkedHashSet<>();
        before.nodes().stream()
                .filter(node -> !after.contains(node.name()))
                .forEach(node -> left.addAll(of(node.name())));
        next.values().forEach(left::removeAll);
        changed.forEach(node -> next.get(node.name()).addAll(left));
    }

    private List<Move> moves(Graph before, Graph after, Map<String, Set<String>> next) {
        List<Move> moves = new ArrayList<>();
        for (Node node : after.nodes()) {
            Set<String> newcomers = new LinkedHashSet<>(next.get(node.name()));
            if (newcomers.equals(members.get(node.name()))) {
                continue;
            }
            newcomers.removeAll(of(host(node, before)));
            if (!newcomers.isEmpty()) {
                moves.add(new Move(List.copyOf(newcomers), node));
            }
        }
        Set<String> lost = new LinkedHashSet<>();
        members.values().forEach(lost::addAll);
        next.values().forEach(lost::removeAll);
        if (!lost.isEmpty()) {
            moves.add(new Move(List.copyOf(lost), null));
        }
        return moves;
    }

    /** Returns the name of the node that was there first: the one with the same kernel, whatever it was called. */
    private static String host(Node node, Graph before) {
        if (node.op() instanceof Linear linear) {
            for (Node old : before.nodes()) {
                if (old.op() instanceof Linear same
                        && same.weights().kernel().equals(linear.weights().kernel())) {
                    return old.name();
                }
            }
        }
        return node.name();
    }
}
