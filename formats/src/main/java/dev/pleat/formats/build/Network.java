package dev.pleat.formats.build;

import dev.pleat.formats.Names;
import dev.pleat.formats.SourceLayer;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The layers so far, each after what it reads. Every change takes as long as it has readers, however many layers there are. */
final class Network {
    private final Names names = new Names();
    private final Map<String, Draft> layers = new HashMap<>();
    private final NavigableMap<Integer, String> order = new TreeMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** How often each layer reads a value, for each value. */
    private final Map<String, Map<String, Integer>> reads = new HashMap<>();

    private final Set<String> outputs = new HashSet<>();
    private final Map<String, String> renamed = new HashMap<>();

    /**
     * Adds a layer.
     *
     * @param origin what it is called in the file
     * @param suffix what is put behind that for its name; empty for the layer that the operation is mostly about
     */
    String add(
            String origin,
            String suffix,
            String annotation,
            Map<String, Object> attributes,
            List<String> inputs,
            Map<String, Tensor> weights,
            Dims shape) {
        String name = names.of(suffix.isEmpty() ? origin : origin + "_" + suffix);
        put(new Draft(new SourceLayer(name, origin, annotation, attributes, inputs, weights), shape));
        return name;
    }

    Draft get(String name) {
        Draft draft = layers.get(name);
        if (draft == null) {
            throw new IllegalStateException("no layer '" + name + "'");
        }
        return draft;
    }

    /** Returns all layers, in order; a copy. */
    List<Draft> all() {
        List<Draft> all = new ArrayList<>(order.size());
        order.values().forEach(name -> all.add(layers.get(name)));
        return all;
    }

    boolean has(String name) {
        return layers.containsKey(name);
    }

    void markOutput(String name) {
        outputs.add(name);
    }

    boolean isOutput(String name) {
        return outputs.contains(name);
    }

    /** Returns whether a value is read by one layer alone, once, and is no output. */
    boolean hasOneReader(String name) {
        Map<String, Integer> readers = reads.getOrDefault(name, Map.of());
        return readers.size() == 1 && readers.containsValue(1) && !isOutput(name);
    }

    private void put(Draft draft) {
        Integer place = places.get(draft.name());
        if (place == null) {
            place = order.isEmpty() ? 0 : order.lastKey() + 1;
        } else {
            remove(draft.name());
        }
        put(place, draft);
    }

    private void put(int place, Draft draft) {
        String name = draft.name();
        layers.put(name, draft);
        places.put(name, place);
        order.put(place, name);
        draft.layer()
                .inputs()
                .forEach(input ->
                        reads.computeIfAbsent(input, value -> new HashMap<>()).merge(name, 1, Integer::sum));
    }

    /** Puts a layer in the place of the one of the same name. */
    void replace(Draft draft) {
        get(draft.name());
        put(draft);
    }

    /** Removes a layer that is no output; what read it reads another. */
    void bypass(String name, String instead) {
        if (isOutput(name)) {
            throw new IllegalStateException("'" + name + "' is an output");
        }
        remove(name);
        redirect(name, instead);
    }

    private void redirect(String name, String instead) {
        for (String reader : List.copyOf(reads.getOrDefault(name, Map.of()).keySet())) {
            Draft draft = layers.get(reader);
            put(draft.reading(draft.layer().inputs().stream()
                    .map(input -> input.equals(name) ? instead : input)
                    .toList()));
        }
    }

    /** Gives a layer another name, which none has. */
    void rename(String from, String to) {
        names.of(to);
        renamed.replaceAll((first, now) -> now.equals(from) ? to : now);
        substitute(from, get(from).named(to));
        renamed.put(from, to);
    }

    /** Returns a name that no layer has. */
    String unused(String suggestion) {
        return names.of(suggestion);
    }

    /** Returns the name that a layer has now. */
    String current(String name) {
        return renamed.getOrDefault(name, name);
    }

    /** Puts a layer in the place of another, whose readers then read it. */
    void substitute(String name, Draft draft) {
        if (name.equals(draft.name())) {
            put(draft);
            return;
        }
        get(name);
        int place = places.get(name);
        remove(name);
        put(place, draft);
        redirect(name, draft.name());
    }

    /**
     * Merges a layer into the only one that reads it, where one layer computes both: the reader keeps its place, and its
     * name if it is an output, else it gets the name of the first.
     */
    void merge(Draft first, Draft reader, Draft merged) {
        String name = isOutput(reader.name()) ? reader.name() : first.name();
        remove(first.name());
        substitute(reader.name(), merged.named(name));
    }

    void remove(String name) {
        Draft removed = layers.remove(name);
        if (removed != null) {
            order.remove(places.remove(name));
            removed.layer().inputs().forEach(input -> reads.get(input).remove(name));
        }
    }
}
