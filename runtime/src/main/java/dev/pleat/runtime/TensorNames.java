package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the tensors of a model are called in a source of weights.
 *
 * <p>A key is the name of a tensor of the model, or the path of a layer: then it renames the tensors of the layer, and of
 * all layers in it. The name of the tensor wins over paths, a longer path over a shorter one.
 */
record TensorNames(Map<String, String> names) {
    TensorNames {
        names = Map.copyOf(names);
    }

    /** Returns the source's name of a tensor of the model. */
    String inSource(String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        for (int slash = name.lastIndexOf('/'); slash >= 0; slash = name.lastIndexOf('/', slash - 1)) {
            String renamed = names.get(name.substring(0, slash));
            if (renamed != null) {
                return renamed + name.substring(slash);
            }
        }
        return name;
    }

    /** Returns the keys that are neither a tensor of the model nor a layer of one, sorted. */
    List<String> unknown(List<TensorSpec> expected) {
        List<String> unknown = new ArrayList<>();
        for (String key : new TreeSet<>(names.keySet())) {
            if (!isKnown(key, expected)) {
                unknown.add(key);
            }
        }
        return unknown;
    }

    private static boolean isKnown(String key, List<TensorSpec> expected) {
        for (TensorSpec spec : expected) {
            if (isOrHolds(key, spec.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrHolds(String key, String name) {
        return name.equals(key) || name.startsWith(key + "/");
    }
}
