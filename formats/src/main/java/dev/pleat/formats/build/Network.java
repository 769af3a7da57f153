package dev.pleat.formats.build;

import dev.pleat.formats.Names;
import dev.pleat.formats.SourceLayer;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layers so far, each after what it reads. */
final class Network {
    private final Names names = new Names();
    private final Map<String, Draft> layers = new LinkedHashMap<>();
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
        layers.put(name, new Draft(new SourceLayer(name, origin, annotation, attributes, inputs, weights), shape));
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
        return new ArrayList<>(layers.values());
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

    /** Returns the layers that read one, each once. */
    List<Draft> readers(String name) {
        return layers.values().stream()
                .filter(draft -> draft.layer().inputs().contains(name))
                .toList();
    }

    /** Returns whether a value is read by one layer alone, once, and is no output. */
    boolean hasOneReader(String name) {
        long reads = layers.values().stream()
                .flatMap(draft -> draft.layer().inputs().stream())
                .filter(name::equals)
                .count();
        return reads == 1 && !isOutput(name);
    }

    /** Puts a layer in the place of the one of the same name. */
    void replace(Draft draft) {
        get(draft.name());
        layers.put(draft.name(), draft);
    }

    /** Removes a layer that is no output; what read it reads another. */
    void bypass(String name, String instead) {
        if (isOutput(name)) {
            throw new IllegalStateException("'" + name + "' is an output");
        }
        layers.remove(name);
        redirect(name, instead);
    }

    private void redirect(String name, String instead) {
        layers.replaceAll((other, draft) -> draft.layer().inputs().contains(name)
                ? draft.reading(draft.layer().inputs().stream()
                        .map(input -> input.equals(name) ? instead : input)
                        .toList())
                : draft);
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
        List<Draft> before = all();
        layers.clear();
        for (Draft other : before) {
            Draft kept = other.name().equals(name) ? draft : other;
            layers.put(kept.name(), kept);
        }
        if (!name.equals(draft.name())) {
            redirect(name, draft.name());
        }
    }

    /**
     * Merges a layer into the only one that reads it, where one layer computes both: the reader keeps its place, and its
     * name if it is an output, else it gets the name of the first.
     */
    void merge(Draft first, Draft reader, Draft merged) {
        String name = isOutput(reader.name()) ? reader.name() : first.name();
        layers.remove(first.name());
        substitute(reader.name(), merged.named(name));
    }

    void remove(String name) {
        layers.remove(name);
    }
}
