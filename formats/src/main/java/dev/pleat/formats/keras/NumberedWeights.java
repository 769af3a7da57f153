package dev.pleat.formats.keras;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weights as Keras 3 writes them into {@code .weights.h5}: {@code layers/conv2d_1/vars/0}, where the layer's group is called
 * after its class and counts within it, in the order of the layers, or after the layer.
 */
final class NumberedWeights implements WeightScope {
    private static final List<String> CONTAINERS = List.of(
            "layers", "_layer_checkpoint_dependencies", "_layers", "_functional/layers", "_self_tracked_trackables");

    private static final Pattern NUMBER = Pattern.compile("(\\d+)");

    private final H5File file;
    private final Map<String, Group> groups;

    private NumberedWeights(H5File file, Map<String, Group> groups) {
        this.file = file;
        this.groups = groups;
    }

    /** {@return whether a file is of this kind} */
    static boolean is(H5File file) throws IOException {
        for (String container : CONTAINERS) {
            if (file.group(file.root(), container).isPresent()) {
                return true;
            }
        }
        return file.group(file.root(), "vars").isPresent();
    }

    /** {@return the weights of a model whose group is {@code group}} */
    static NumberedWeights of(H5File file, Group group, List<KerasLayer> layers) throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (String container : CONTAINERS) {
            Optional<Group> found = file.group(group, container);
            if (found.isPresent() && groups.isEmpty()) {
                assign(file, found.get(), layers, groups);
            }
        }
        return new NumberedWeights(file, groups);
    }

    private static void assign(H5File file, Group container, List<KerasLayer> layers, Map<String, Group> groups)
            throws IOException {
        List<String> names = file.names(container);
        Map<String, List<KerasLayer>> byClass = new LinkedHashMap<>();
        layers.forEach(layer -> byClass.computeIfAbsent(snakeCase(layer.simpleName()), key -> new ArrayList<>())
                .add(layer));
        Map<String, Group> byOwnName = ownNames(file, container, names);
        for (Map.Entry<String, List<KerasLayer>> entry : byClass.entrySet()) {
            Map<Integer, String> numbered = numbered(entry.getKey(), names);
            List<KerasLayer> members = entry.getValue();
            boolean exact = numbered.keySet().stream().allMatch(number -> number < members.size());
            boolean all = numbered.size() == members.size();
            List<String> inOrder = List.copyOf(numbered.values());
            for (int i = 0; i < members.size(); i++) {
                KerasLayer layer = members.get(i);
                // An older file gives a layer with weights two numbers, so only the order counts there.
                String name = exact ? numbered.get(i) : all ? inOrder.get(i) : null;
                if (byOwnName.containsKey(layer.name())) {
                    groups.put(layer.name(), byOwnName.get(layer.name()));
                } else if (name != null) {
                    groups.put(layer.name(), file.group(container, name).orElseThrow());
                } else if (names.contains(layer.name())) {
                    file.group(container, layer.name()).ifPresent(group -> groups.put(layer.name(), group));
                }
            }
        }
    }

    /** {@return the groups by the name of their layer, which Keras notes beside the weights since 3.6} */
    private static Map<String, Group> ownNames(H5File file, Group container, List<String> names) throws IOException {
        Map<String, Group> byOwnName = new LinkedHashMap<>();
        for (String name : names) {
            Optional<Group> group = file.group(container, name);
            Optional<Group> vars = group.isPresent() ? file.group(group.get(), "vars") : Optional.empty();
            Optional<String> own = vars.isPresent() ? file.text(vars.get(), "name") : Optional.empty();
            own.ifPresent(layer -> byOwnName.put(layer, group.get()));
        }
        return byOwnName;
    }

    /** {@return the groups of a class by number, {@code dense} being 0 and {@code dense_1} 1} */
    private static Map<Integer, String> numbered(String className, List<String> names) {
        Map<Integer, String> numbered = new TreeMap<>();
        for (String name : names) {
            if (name.equals(className)) {
                numbered.put(0, name);
            } else if (name.startsWith(className + "_")) {
                Matcher number = NUMBER.matcher(name.substring(className.length() + 1));
                if (number.matches() && number.group(1).length() < 9) {
                    numbered.put(Integer.parseInt(number.group(1)), name);
                }
            }
        }
        return numbered;
    }

    /** {@return a class's name as Keras writes it into paths} */
    static String snakeCase(String className) {
        String words = className.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2");
        return words.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Stored> of(KerasLayer layer) throws IOException {
        Group group = groups.get(layer.name());
        if (group == null) {
            return List.of();
        }
        List<Stored> own = variables(file, group, layer.name());
        Optional<Group> wrapped = file.group(group, "layer");
        return own.isEmpty() && wrapped.isPresent() ? variables(file, wrapped.get(), layer.name()) : own;
    }

    /** {@return the arrays of a group's {@code vars}, by number} */
    static List<Stored> variables(H5File file, Group group, String prefix) throws IOException {
        List<Stored> all = new ArrayList<>();
        Optional<Group> vars = file.group(group, "vars");
        if (vars.isPresent()) {
            List<String> names = new ArrayList<>(file.names(vars.get()));
            names.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
            for (String name : names) {
                Optional<Node> node = file.find(vars.get(), name);
                if (node.isPresent() && node.get() instanceof Dataset dataset) {
                    all.add(new Stored(prefix + "/" + name, file, dataset));
                }
            }
        }
        return all;
    }

    @Override
    public WeightScope inside(KerasLayer model) throws IOException {
        Group group = groups.get(model.name());
        return group == null ? new NumberedWeights(file, Map.of()) : of(file, group, model.layers());
    }
}
