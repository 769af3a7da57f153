package dev.pleat.processor;

import dev.pleat.processor.Explanation.Interval;
import dev.pleat.processor.Explanation.Memory;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a plan's memory in steps. */
final class Lifetimes {

    private Lifetimes() {}

    /**
     * Returns the intervals of all values that have memory of their own.
     *
     * @param floats the scratch memory with the steps' work area
     */
    static Memory of(Plan plan, long floats) {
        Map<String, Integer> index = new HashMap<>();
        plan.steps().forEach(step -> index.put(step.name(), index.size()));
        Map<String, String> storage = storage(plan);
        Map<String, Integer> last = new HashMap<>();
        for (Node step : plan.steps()) {
            int at = index.get(step.name());
            last.merge(step.name(), at, Math::max);
            step.inputs().forEach(input -> last.merge(storage.get(input), at, Math::max));
        }
        for (Graph.Output output : plan.graph().outputs()) {
            last.put(storage.get(output.node()), plan.steps().size());
        }
        List<Interval> intervals = new ArrayList<>();
        for (Node node : plan.graph().nodes()) {
            if (storage.get(node.name()).equals(node.name())) {
                Slot slot = plan.slot(node);
                int first = index.getOrDefault(node.name(), -1);
                intervals.add(new Interval(
                        node.name(), slot.start(), slot.size(), first, last.getOrDefault(node.name(), first)));
            }
        }
        return new Memory(floats, plan.scratch(), intervals);
    }

    /** Returns the node whose memory each node's value lies in: what is neither input nor step is another look at one. */
    private static Map<String, String> storage(Plan plan) {
        Set<String> steps = new HashSet<>();
        plan.steps().forEach(step -> steps.add(step.name()));
        Map<String, String> storage = new HashMap<>();
        for (Node node : plan.graph().nodes()) {
            boolean own = node.op() instanceof Input || steps.contains(node.name());
            storage.put(node.name(), own ? node.name() : storage.get(node.input()));
        }
        return storage;
    }
}
