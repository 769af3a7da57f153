package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The applications of a functional model's layers, each after those whose values it reads. */
final class GraphOrder {
    private final Map<String, KerasLayer> layers = new LinkedHashMap<>();
    private final Map<Node, Application> applications = new LinkedHashMap<>();
    private final List<Application.Ref> inputs = new ArrayList<>();
    private final List<Application.Ref> outputs = new ArrayList<>();
    private final List<Node> order = new ArrayList<>();

    private GraphOrder() {}

    /** An application: the layer's name, and which of its applications. */
    record Node(String layer, int index) {}

    /** {@return the graph of a model; whatever is wrong with it is a problem, and left out} */
    static GraphOrder of(KerasLayer model, String prefix, Problems problems) {
        GraphOrder graph = new GraphOrder();
        for (KerasLayer layer : model.layers()) {
            if (graph.layers.putIfAbsent(layer.name(), layer) != null) {
                problems.add("", "two layers are called '%s%s'".formatted(prefix, layer.name()));
            }
        }
        Set<String> names = graph.layers.keySet();
        for (KerasLayer layer : graph.layers.values()) {
            List<Object> nodes = layer.inbound();
            for (int i = 0; i < Math.max(nodes.size(), layer.isInput() ? 1 : 0); i++) {
                Application application =
                        i < nodes.size() ? Application.of(nodes.get(i), names) : new Application(List.of(), Map.of());
                graph.applications.put(new Node(layer.name(), i), application);
            }
        }
        graph.inputs.addAll(Application.refs(model.config().get("input_layers"), names));
        graph.outputs.addAll(Application.refs(model.config().get("output_layers"), names));
        if (graph.outputs.isEmpty()) {
            problems.add("", "'%s%s' has no outputs".formatted(prefix, model.name()));
        }
        graph.renumber();
        graph.sort(prefix, problems);
        return graph;
    }

    // A model within a model has an application of its own in Keras, which is not in the file but counts as the first.
    private void renumber() {
        Map<String, Integer> most = new HashMap<>();
        allRefs().forEach(ref -> most.merge(ref.layer(), ref.node(), Math::max));
        Set<String> shifted = new HashSet<>();
        most.forEach((name, node) -> {
            KerasLayer layer = layers.get(name);
            if (layer.isModel() && node > 0 && node == layer.inbound().size()) {
                shifted.add(name);
            }
        });
        applications.replaceAll((node, application) ->
                new Application(shifted(application.inputs(), shifted), application.arguments()));
        outputs.replaceAll(ref -> shifted(List.of(ref), shifted).get(0));
    }

    private static List<Application.Ref> shifted(List<Application.Ref> refs, Set<String> shifted) {
        return refs.stream()
                .map(ref -> shifted.contains(ref.layer())
                        ? new Application.Ref(ref.layer(), ref.node() - 1, ref.tensor())
                        : ref)
                .toList();
    }

    private List<Application.Ref> allRefs() {
        List<Application.Ref> refs = new ArrayList<>(outputs);
        applications.values().forEach(application -> refs.addAll(application.inputs()));
        return refs;
    }

    // Kahn's algorithm; among those that could be next, the first in the file is.
    private void sort(String prefix, Problems problems) {
        List<Node> nodes = List.copyOf(applications.keySet());
        Map<Node, Integer> place = new HashMap<>();
        nodes.forEach(node -> place.put(node, place.size()));
        Map<Node, List<Node>> readers = new HashMap<>();
        Map<Node, Integer> waiting = new HashMap<>();
        PriorityQueue<Node> ready = new PriorityQueue<>((a, b) -> Integer.compare(place.get(a), place.get(b)));
        applications.forEach((node, application) -> {
            Set<Node> read = new LinkedHashSet<>();
            for (Application.Ref ref : application.inputs()) {
                read.add(new Node(ref.layer(), ref.node()));
            }
            read.forEach(input ->
                    readers.computeIfAbsent(input, key -> new ArrayList<>()).add(node));
            waiting.put(node, read.size());
            if (read.isEmpty()) {
                ready.add(node);
            }
        });
        while (!ready.isEmpty()) {
            Node node = ready.poll();
            order.add(node);
            for (Node reader : readers.getOrDefault(node, List.of())) {
                if (waiting.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        report(prefix, waiting, problems);
    }

    private void report(String prefix, Map<Node, Integer> waiting, Problems problems) {
        waiting.forEach((node, count) -> {
            if (count > 0) {
                problems.add(
                        prefix + node.layer,
                        "'%s%s' reads what is not there, or itself: %s"
                                .formatted(
                                        prefix,
                                        node.layer,
                                        Attributes.shown(applications.get(node).inputs())));
            }
        });
        for (Application.Ref ref : outputs) {
            if (!applications.containsKey(new Node(ref.layer(), ref.node()))) {
                problems.add("", "the output '%s%s' is not there".formatted(prefix, ref.layer()));
            }
        }
    }

    /** {@return the values that are the model's inputs, in its order} */
    List<Application.Ref> inputs() {
        return inputs;
    }

    /** {@return the values that are the model's outputs, in its order} */
    List<Application.Ref> outputs() {
        return outputs;
    }

    /** {@return the applications, each after what it reads; those in a cycle are left out} */
    List<Node> order() {
        return order;
    }

    /** {@return the layer of a name} */
    KerasLayer layer(String name) {
        return layers.get(name);
    }

    /** {@return an application} */
    Application application(Node node) {
        return applications.get(node);
    }
}
