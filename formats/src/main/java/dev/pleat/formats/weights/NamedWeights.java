package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a model, found in a file.
 *
 * @param tensors the tensors by the model's names, in the model's layouts and order
 * @param sources the file's name of each, by the model's name; those that were assumed have none
 * @param unused the file's tensors that the model does not read, by name
 * @param notes what was assumed, one sentence each
 */
public record NamedWeights(
        Map<String, Tensor> tensors, Map<String, String> sources, List<String> unused, List<String> notes) {
    /** Makes the collections immutable. */
    public NamedWeights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        unused = List.copyOf(unused);
        notes = List.copyOf(notes);
    }
}
