package dev.pleat.formats.keras;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceLayer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of a model between the layers that become its inputs and those that become its outputs. */
final class Cut {
    private final Assembly assembly;
    private final Problems problems;
    private final Map<String, SourceLayer> layers;

    /** Creates a cut of what has been assembled. */
    Cut(Assembly assembly, Problems problems) {
        this.assembly = assembly;
        this.problems = problems;
        this.layers = new LinkedHashMap<>(assembly.layers());
    }

    /**
     * Layers and outputs.
     *
     * @param layers the layers, inputs first
     * @param outputs the names of the outputs, in order, each once
     */
    record Part(List<SourceLayer> layers, List<String> outputs) {}

    /** {@return the part that the options ask for, the whole model without} */
    Part part(List<String> outputs, ReadOptions options) {
        List<String> heads = new ArrayList<>();
        for (String name : options.outputs()) {
            Optional<String> member = find(name, true);
            member.ifPresentOrElse(
                    heads::add, () -> problems.add("", "there is no layer '" + name + "' to be an output"));
        }
        List<String> ends = options.outputs().isEmpty() ? outputs : heads;
        List<String> inputs = new ArrayList<>();
        for (String name : options.inputs()) {
            Optional<String> member = find(name, false);
            member.ifPresentOrElse(
                    inputs::add, () -> problems.add("", "there is no layer '" + name + "' to be an input"));
        }
        inputs.forEach(this::makeInput);
        List<SourceLayer> part = reached(ends, inputs);
        return new Part(part, heads(ends, part));
    }

    /** {@return the member of a name in the file, or of a member's own name; of several applications the last or first} */
    private Optional<String> find(String name, boolean last) {
        String found = null;
        for (SourceLayer layer : layers.values()) {
            if (layer.origin().equals(name) && (last || found == null)) {
                found = layer.name();
            }
        }
        return found == null && layers.containsKey(name) ? Optional.of(name) : Optional.ofNullable(found);
    }

    private void makeInput(String member) {
        SourceLayer layer = layers.get(member);
        int[] shape = assembly.shape(member);
        if (shape == null) {
            problems.add("", "'%s' cannot become an input, because its shape is unknown".formatted(layer.origin()));
            return;
        }
        layers.put(
                member, new SourceLayer(member, layer.origin(), "Input", Map.of("value", shape), List.of(), Map.of()));
        if (!layer.annotation().equals("Input")) {
            problems.note("", "'%s' is an input instead of what the file computes there".formatted(layer.origin()));
        }
    }

    // The inputs that were asked for come first, in that order, then those of the file.
    private List<SourceLayer> reached(List<String> ends, List<String> inputs) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(ends);
        while (!open.isEmpty()) {
            String member = open.pop();
            if (reached.add(member) && layers.containsKey(member)) {
                open.addAll(layers.get(member).inputs());
            }
        }
        Set<String> order = new LinkedHashSet<>(inputs);
        layers.values().forEach(layer -> {
            if (layer.annotation().equals("Input")) {
                order.add(layer.name());
            }
        });
        order.addAll(layers.keySet());
        List<SourceLayer> part = new ArrayList<>();
        for (String member : order) {
            if (reached.contains(member)) {
                part.add(layers.get(member));
            } else if (layers.get(member).annotation().equals("Input")) {
                problems.note(
                        "",
                        "the input '%s' is left out, because no output depends on it"
                                .formatted(layers.get(member).origin()));
            }
        }
        return part;
    }

    // An output has a layer of its own: not an input, and none that is an output already.
    private List<String> heads(List<String> ends, List<SourceLayer> part) {
        List<String> heads = new ArrayList<>();
        for (String end : ends) {
            SourceLayer layer = layers.get(end);
            String head = end;
            if (heads.contains(end) || layer.annotation().equals("Input")) {
                head = assembly.name(layer.name() + "_output");
                part.add(new SourceLayer(head, layer.origin(), "Identity", Map.of(), List.of(end), Map.of()));
            }
            heads.add(head);
        }
        return heads;
    }
}
