package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a file that belong together: those whose names differ in the last part only.
 *
 * @param path what their names have in common
 * @param name the path, in forms to compare
 * @param names the tensors' names in the file, by what they are in the language; where a file only numbers them, by number
 * @param tensors the tensors, by the same
 */
record FileLayer(String path, LayerName name, Map<String, String> names, Map<String, Tensor> tensors) {
    FileLayer(String path, char separator) {
        this(path, LayerName.of(path, separator), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Groups the tensors of a file. */
    static Map<String, FileLayer> group(WeightNaming naming, Map<String, Tensor> tensors) {
        Map<String, FileLayer> layers = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            String clean = naming.clean(name);
            int cut = clean.lastIndexOf(naming.separator());
            String role = naming.role(clean.substring(cut + 1));
            String path = clean.substring(0, Math.max(0, cut));
            FileLayer layer = layers.computeIfAbsent(path, key -> new FileLayer(key, naming.separator()));
            if (!role.isEmpty() && layer.tensors.putIfAbsent(role, tensor) == null) {
                layer.names.put(role, name);
            }
        });
        layers.values().removeIf(layer -> layer.tensors.isEmpty());
        return Collections.unmodifiableMap(layers);
    }

    /** Tells whether the layer is a batch norm. */
    boolean isNorm() {
        return tensors.containsKey("moving_mean") || tensors.containsKey("moving_variance");
    }
}
