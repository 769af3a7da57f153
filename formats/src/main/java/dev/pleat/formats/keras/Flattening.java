package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a model, and the models within it, into one list of layers of the language. */
final class Flattening {
    private final Path file;
    private final Origin origin;
    private final ReadOptions options;
    private final Problems problems;
    private final Assembly assembly;
    private final Map<String, List<Stored>> stored = new HashMap<>();
    private final Set<String> applied = new HashSet<>();

    /** Creates a flattening that adds to an assembly. */
    Flattening(Path file, Origin origin, ReadOptions options, Problems problems, Assembly assembly) {
        this.file = file;
        this.origin = origin;
        this.options = options;
        this.problems = problems;
        this.assembly = assembly;
    }

    /**
     * One application of a model.
     *
     * @param model the model
     * @param prefix what is put before the names of its layers to make paths
     * @param weights where the weights of its layers are
     * @param inputs the members that it reads; null for the whole model, whose inputs become inputs
     * @param training the argument {@code training} of the application, null without
     */
    record Scope(KerasLayer model, String prefix, WeightScope weights, List<String> inputs, Object training) {
        String path(KerasLayer layer) {
            return prefix + layer.name();
        }
    }

    /** {@return the members whose values are those of the model} */
    List<String> flatten(Scope scope) throws IOException {
        return scope.model.isSequential() ? sequential(scope) : functional(scope);
    }

    private List<String> sequential(Scope scope) throws IOException {
        List<KerasLayer> layers = scope.model.layers();
        List<String> value = scope.inputs;
        for (KerasLayer layer : layers) {
            if (layer.isInput() && value != null && !value.isEmpty()) {
                continue;
            } else if (layer.isInput()) {
                value = List.of(input(scope.path(layer), layer, layer.inputShape()));
                continue;
            } else if (value == null && layer.className().equals("Merge")) {
                value = branches(scope, layer);
            } else if (value == null) {
                value = List.of(input(scope.prefix + "input", layer, firstShape(scope.model, layer)));
            }
            value = apply(scope, layer, value, scope.training == null ? Map.of() : Map.of("training", scope.training));
        }
        return value == null ? List.of() : value;
    }

    // Keras 1 merges models at the begin of a sequence.
    private List<String> branches(Scope scope, KerasLayer merge) throws IOException {
        List<String> values = new ArrayList<>();
        for (Object entry : Json.list(merge.config().get("layers"))) {
            KerasLayer branch = KerasLayer.of(Json.map(entry));
            if (!branch.isModel()) {
                problems.add(
                        scope.path(merge),
                        "'%s' (Merge): it merges '%s', which is no model"
                                .formatted(scope.path(merge), branch.className()));
                continue;
            }
            Scope inner = new Scope(branch, scope.prefix, scope.weights.inside(branch), null, null);
            values.addAll(flatten(inner));
        }
        return values;
    }

    private static List<Object> firstShape(KerasLayer model, KerasLayer first) {
        KerasLayer layer = first;
        // A model at the begin of a model says what it reads by its own first layer.
        while (layer.isModel()
                && !layer.layers().isEmpty()
                && layer.inputShape().isEmpty()) {
            layer = layer.layers().get(0);
        }
        List<Object> built = Json.list(Attributes.unwrapped(model.config().get("build_input_shape")));
        for (List<Object> shape : List.of(layer.inputShape(), built, model.buildShape(), first.buildShape())) {
            if (!shape.isEmpty()) {
                return shape;
            }
        }
        return List.of();
    }

    /** Adds an input of the whole model, of a shape with the batch. */
    private String input(String path, KerasLayer layer, List<Object> shape) throws IOException {
        List<Integer> sample = new ArrayList<>();
        for (Object length : shape.subList(Math.min(1, shape.size()), shape.size())) {
            sample.add(length instanceof Integer number && number > 0 ? number : 0);
        }
        if (shape.isEmpty() || sample.isEmpty() || sample.contains(0)) {
            String reason = shape.isEmpty()
                    ? "the file does not say which shape it has"
                    : "its shape %s has dimensions of no fixed size".formatted(shape);
            problems.add(path, "'%s' (%s): %s, and the language needs one".formatted(path, layer.className(), reason));
            return assembly.unknown(path, List.of());
        }
        Policies.checkInput(path, layer, problems);
        return assembly.input(path, sample.stream().mapToInt(Integer::intValue).toArray());
    }

    private List<String> functional(Scope scope) throws IOException {
        GraphOrder graph = GraphOrder.of(scope.model, scope.prefix, problems);
        Map<GraphOrder.Node, List<String>> values = new LinkedHashMap<>();
        List<Application.Ref> inputs = graph.inputs();
        if (scope.inputs != null && scope.inputs.size() != inputs.size()) {
            problems.add(
                    scope.prefix,
                    "'%s' reads %d values but is given %d".formatted(scope.prefix, inputs.size(), scope.inputs.size()));
            return scope.inputs;
        }
        for (int i = 0; i < inputs.size(); i++) {
            KerasLayer layer = graph.layer(inputs.get(i).layer());
            String member =
                    scope.inputs == null ? input(scope.path(layer), layer, layer.inputShape()) : scope.inputs.get(i);
            values.put(new GraphOrder.Node(layer.name(), inputs.get(i).node()), List.of(member));
        }
        for (GraphOrder.Node node : graph.order()) {
            if (!values.containsKey(node)) {
                values.put(node, apply(scope, graph, node, values));
            }
        }
        List<String> outputs = new ArrayList<>();
        for (Application.Ref ref : graph.outputs()) {
            value(ref, values).ifPresent(outputs::add);
        }
        return outputs;
    }

    private List<String> apply(
            Scope scope, GraphOrder graph, GraphOrder.Node node, Map<GraphOrder.Node, List<String>> values)
            throws IOException {
        Application application = graph.application(node);
        KerasLayer layer = graph.layer(node.layer());
        List<String> inputs = new ArrayList<>();
        for (Application.Ref ref : application.inputs()) {
            Optional<String> value = value(ref, values);
            if (value.isEmpty()) {
                problems.add(
                        scope.path(layer),
                        "'%s' reads value %d of '%s', which it does not have"
                                .formatted(scope.path(layer), ref.tensor(), ref.layer()));
            }
            value.ifPresent(inputs::add);
        }
        Map<String, Object> arguments = new LinkedHashMap<>(application.arguments());
        if (scope.training != null && arguments.get("training") == null) {
            arguments.put("training", scope.training);
        }
        return apply(scope, layer, inputs, arguments);
    }

    private static Optional<String> value(Application.Ref ref, Map<GraphOrder.Node, List<String>> values) {
        List<String> all = values.getOrDefault(new GraphOrder.Node(ref.layer(), ref.node()), List.of());
        return ref.tensor() >= 0 && ref.tensor() < all.size() ? Optional.of(all.get(ref.tensor())) : Optional.empty();
    }

    private List<String> apply(Scope scope, KerasLayer layer, List<String> inputs, Map<String, Object> arguments)
            throws IOException {
        String path = scope.path(layer);
        if (layer.isModel()) {
            WeightScope weights = scope.weights.inside(layer);
            Object training = arguments.get("training");
            return flatten(new Scope(layer, path + "/", weights, inputs, training));
        }
        if (!applied.add(path)) {
            problems.note(
                    path, "'%s' is applied more than once: each application has the same weights".formatted(path));
        }
        if (!stored.containsKey(path)) {
            stored.put(path, scope.weights.of(layer));
        }
        Attributes attributes = new Attributes(path, layer.className(), layer.config(), problems);
        Optional<LayerMappings.LayerMapping> mapping = LayerMappings.of(layer.className());
        if (mapping.isEmpty()) {
            problems.add(path, Refusals.of(path, layer));
            return List.of(assembly.unknown(path, inputs));
        } else if (inputs.isEmpty()) {
            problems.add(path, "'%s' (%s): it reads nothing".formatted(path, layer.className()));
            return List.of(assembly.unknown(path, inputs));
        }
        Policies.check(attributes, layer);
        List<int[]> shapes = new ArrayList<>();
        inputs.forEach(input -> shapes.add(assembly.shape(input)));
        Call call = new Call(layer, attributes, shapes, arguments, stored.get(path), origin, options);
        try {
            mapping.get().map(call);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new FormatException(file, "'%s' (%s): %s".formatted(path, layer.className(), e.getMessage()), e);
        }
        call.finish();
        return List.of(
                call.steps().isEmpty() ? assembly.unknown(path, inputs) : assembly.add(path, call.steps(), inputs));
    }
}
