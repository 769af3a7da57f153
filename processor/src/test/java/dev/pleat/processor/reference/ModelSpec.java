package dev.pleat.processor.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A model as it is written, before anything is inferred.
 *
 * @param name simple name of the class
 * @param layers the layers in source order, each after those that it reads
 * @param outputs names of the layers marked as outputs; the last layer is one, marked or not
 */
public record ModelSpec(String name, List<LayerSpec> layers, Set<String> outputs) {
    /** {@return the inputs in source order} */
    public List<LayerSpec> inputLayers() {
        return layers.stream().filter(layer -> layer.type().equals("Input")).toList();
    }

    /** {@return the names of all outputs in source order} */
    public Set<String> allOutputs() {
        Set<String> all = new LinkedHashSet<>();
        String last = layers.get(layers.size() - 1).name();
        for (LayerSpec layer : layers) {
            if (outputs.contains(layer.name()) || layer.name().equals(last)) {
                all.add(layer.name());
            }
        }
        return all;
    }
}
