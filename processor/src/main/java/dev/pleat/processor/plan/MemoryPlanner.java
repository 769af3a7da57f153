package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every value a place in one array; values that are never alive together may share it. */
public final class MemoryPlanner {

    /**
     * When a value is needed, and how much memory it has then. A team runs the steps one behind the other, one thread some of
     * them in turns: then values are needed longer, but of those between steps only a few rows.
     *
     * @param steps from the step that makes it to the last that reads it
     * @param size its floats
     * @param turns the same where steps are run in turns
     * @param sizeInTurns its floats then
     */
    private record Lifetime(String name, Span steps, int size, Span turns, int sizeInTurns) {

        /** Returns how many of this value's floats, from its first on, another must not begin among; or 0. */
        int reach(Lifetime other) {
            if (steps.meets(other.steps)) {
                return size;
            }
            return turns.meets(other.turns) ? sizeInTurns : 0;
        }
    }

    /** Steps, by their place in the graph. */
    private record Span(int from, int to) {

        boolean meets(Span other) {
            return from <= other.to && other.from <= to;
        }

        Span with(int step) {
            return new Span(Math.min(from, step), Math.max(to, step));
        }
    }

    private MemoryPlanner() {}

    /** Returns where everything is. */
    public static Plan plan(Graph optimized) {
        Graph graph = BatchedTail.last(Borders.withCopies(optimized));
        Map<String, Slot> unplaced = unplaced(graph);
        List<Node> steps = graph.nodes().stream()
                .filter(node -> !(node.op() instanceof Input) && !Views.isView(node))
                .toList();
        List<Bands> bands = Bands.of(graph, steps);
        List<Lifetime> lifetimes = lifetimes(graph, unplaced, bands);
        Map<String, Integer> starts = new HashMap<>();
        int scratch = place(lifetimes, starts);
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            String storage = Views.storage(graph, node.name());
            Slot placed = unplaced.get(storage).from(starts.get(storage));
            slots.put(node.name(), storage.equals(node.name()) ? placed : placed.as(Image.of(node.shape())));
        }
        return new Plan(graph, steps, slots, bands, scratch);
    }

    /** Returns the slots of all values that have memory, as if each began at 0. */
    private static Map<String, Slot> unplaced(Graph graph) {
        Map<String, Border> borders = new HashMap<>();
        for (Node node : graph.nodes()) {
            Border needed = Borders.needed(node, graph);
            if (!needed.isEmpty()) {
                borders.merge(Views.storage(graph, node.input()), needed, Border::union);
            }
        }
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            if (!Views.isView(node)) {
                Border border = borders.getOrDefault(node.name(), Border.NONE);
                Image image = Image.of(node.shape());
                slots.put(node.name(), new Slot(0, image, border, Pitches.of(node, graph)).from(0));
            }
        }
        return slots;
    }

    private static List<Lifetime> lifetimes(Graph graph, Map<String, Slot> slots, List<Bands> bands) {
        List<Node> nodes = graph.nodes();
        Map<String, Span> steps = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (slots.containsKey(node.name())) {
                int from = node.op() instanceof Input ? -1 : i;
                steps.put(node.name(), new Span(from, i));
            }
            for (String input : node.inputs()) {
                extend(steps, Views.storage(graph, input), i);
            }
        }
        graph.outputs().forEach(output -> extend(steps, Views.storage(graph, output.node()), nodes.size()));
        Map<String, Span> turns = new HashMap<>(steps);
        Map<String, Integer> sizes = new HashMap<>();
        slots.forEach((name, slot) -> sizes.put(name, slot.size()));
        bands.forEach(group -> extend(graph, group, turns));
        for (Bands group : bands) {
            group.between()
                    .forEach(node ->
                            sizes.put(node.name(), slots.get(node.name()).size(group.room(node))));
        }
        List<Lifetime> lifetimes = new ArrayList<>();
        steps.forEach((name, span) ->
                lifetimes.add(new Lifetime(name, span, slots.get(name).size(), turns.get(name), sizes.get(name))));
        return lifetimes;
    }

    private static void extend(Map<String, Span> spans, String value, int step) {
        spans.computeIfPresent(value, (name, span) -> span.with(step));
    }

    /** Steps that are computed in turns need all that they read and write at once. */
    private static void extend(Graph graph, Bands group, Map<String, Span> turns) {
        int first = graph.nodes().indexOf(group.nodes().get(0));
        int last = graph.nodes().indexOf(group.nodes().get(group.nodes().size() - 1));
        for (Node node : group.nodes()) {
            extend(turns, node.name(), first);
            extend(turns, node.name(), last);
            node.inputs().forEach(input -> extend(turns, Views.storage(graph, input), last));
        }
    }

    /** Places the largest values first, each at the lowest offset that is free while it lives. */
    private static int place(List<Lifetime> lifetimes, Map<String, Integer> starts) {
        List<Lifetime> bySize = new ArrayList<>(lifetimes);
        bySize.sort(Comparator.comparingInt(Lifetime::size).reversed());
        List<Lifetime> placed = new ArrayList<>();
        int end = 0;
        for (Lifetime value : bySize) {
            int start = lowestFree(value, placed, starts);
            starts.put(value.name(), start);
            placed.add(value);
            end = Math.max(end, Math.addExact(start, value.size()));
        }
        return end;
    }

    private static int lowestFree(Lifetime value, List<Lifetime> placed, Map<String, Integer> starts) {
        List<Lifetime> rivals = placed.stream()
                .filter(rival -> rival.reach(value) > 0)
                .sorted(Comparator.comparingInt(rival -> starts.get(rival.name())))
                .toList();
        int start = CacheLines.FIRST;
        int before;
        do {
            // Again: a value may have room in front of a rival, of which it needs little, but not behind the next one.
            before = start;
            for (Lifetime rival : rivals) {
                int begin = starts.get(rival.name());
                int end = begin + rival.reach(value);
                if (start < end && (long) start + value.reach(rival) > begin) {
                    start = CacheLines.next(end);
                }
            }
        } while (start > before);
        return start;
    }
}
