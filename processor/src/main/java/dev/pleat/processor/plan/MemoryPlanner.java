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

    /** When a value is needed: from the step that makes it to the last that reads it. */
    private record Lifetime(String name, int from, int to, int size) {

        boolean meets(Lifetime other) {
            return from <= other.to && other.from <= to;
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
        Map<String, Integer> from = new LinkedHashMap<>();
        Map<String, Integer> to = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (slots.containsKey(node.name())) {
                from.put(node.name(), node.op() instanceof Input ? -1 : i);
                to.put(node.name(), i);
            }
            for (String input : node.inputs()) {
                to.merge(Views.storage(graph, input), i, Math::max);
            }
        }
        graph.outputs().forEach(output -> to.put(Views.storage(graph, output.node()), nodes.size()));
        bands.forEach(group -> extend(graph, group, from, to));
        List<Lifetime> lifetimes = new ArrayList<>();
        from.forEach((name, start) -> lifetimes.add(
                new Lifetime(name, start, to.get(name), slots.get(name).size())));
        return lifetimes;
    }

    /** Steps that are computed in turns need all that they read and write at once. */
    private static void extend(Graph graph, Bands group, Map<String, Integer> from, Map<String, Integer> to) {
        int first = graph.nodes().indexOf(group.nodes().get(0));
        int last = graph.nodes().indexOf(group.nodes().get(group.nodes().size() - 1));
        for (Node node : group.nodes()) {
            from.put(node.name(), first);
            to.merge(node.name(), last, Math::max);
            node.inputs().forEach(input -> to.merge(Views.storage(graph, input), last, Math::max));
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
                .filter(value::meets)
                .sorted(Comparator.comparingInt(rival -> starts.get(rival.name())))
                .toList();
        int start = CacheLines.FIRST;
        for (Lifetime rival : rivals) {
            if ((long) start + value.size() <= starts.get(rival.name())) {
                break;
            }
            start = Math.max(start, CacheLines.next(starts.get(rival.name()) + rival.size()));
        }
        return start;
    }
}
