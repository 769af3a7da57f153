package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a user gave: of tensors, of layers, and of blocks, whose layers are then found below the name. */
final class GivenNames {
    private final Map<String, String> tensorNames = new HashMap<>();
    private final Map<ExpectedLayer, FileLayer> layers = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    GivenNames(
            WeightNaming naming,
            Map<String, String> names,
            List<ExpectedLayer> expected,
            Map<String, FileLayer> groups,
            Map<String, Tensor> tensors) {
        names.forEach((name, target) -> {
            boolean known = false;
            for (ExpectedLayer layer : expected) {
                boolean tensor = layer.weights().values().stream()
                        .anyMatch(spec -> spec.name().equals(name));
                if (tensor) {
                    known = true;
                    tensor(name, target, tensors);
                } else if (layer.path().equals(name) || layer.path().startsWith(name + "/")) {
                    known = true;
                    layer(naming, layer, closest(layer, names), names, groups);
                }
            }
            if (!known) {
                problems.add("unknown name: %s, mapped to %s, is neither a tensor nor a layer of the model"
                        .formatted(Quoted.of(name), Quoted.of(target)));
            }
        });
    }

    private void tensor(String name, String target, Map<String, Tensor> tensors) {
        if (tensors.containsKey(target)) {
            tensorNames.put(name, target);
        } else {
            problems.add("unknown name: the file has no tensor %s, to which %s is mapped"
                    .formatted(Quoted.of(target), Quoted.of(name)));
        }
    }

    // The longest name that leads to the layer counts.
    private static String closest(ExpectedLayer layer, Map<String, String> names) {
        String path = layer.path();
        while (!names.containsKey(path)) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return path;
    }

    private void layer(
            WeightNaming naming,
            ExpectedLayer layer,
            String name,
            Map<String, String> names,
            Map<String, FileLayer> groups) {
        String rest = layer.path().substring(name.length()).replace('/', naming.separator());
        String path = naming.clean(names.get(name)) + rest;
        List<String> words = NameTokens.of(path);
        FileLayer group = groups.get(path);
        if (group == null) {
            List<FileLayer> alike = groups.values().stream()
                    .filter(candidate -> candidate.name().words().equals(words))
                    .toList();
            group = alike.size() == 1 ? alike.get(0) : null;
        }
        if (group != null) {
            layers.put(layer, group);
        } else if (layer.path().equals(name)) {
            problems.add("unknown name: the file has no tensors below %s, to which %s is mapped"
                    .formatted(Quoted.of(path), Quoted.of(name)));
        }
    }

    /** Returns the file's tensor that a tensor of the model is mapped to. */
    Optional<String> tensor(String name) {
        return Optional.ofNullable(tensorNames.get(name));
    }

    /** Returns the layers that are mapped. */
    Map<ExpectedLayer, FileLayer> layers() {
        return layers;
    }

    /** Returns the names that mean nothing. */
    List<String> problems() {
        return problems;
    }
}
