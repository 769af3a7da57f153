package dev.pleat.cli;

import dev.pleat.processor.Explanation;
import dev.pleat.processor.Explanation.Fate;
import dev.pleat.processor.Explanation.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of a model and its compilation, as numbers and words. */
record Inspection(Origin origin, Explanation explanation) {
    /** Statistics of the training data, which training does not learn. */
    private static final Set<String> STATISTICS = Set.of("moving_mean", "moving_variance", "mean", "variance");

    /**
     * A layer of the model as written.
     *
     * @param shape of its result
     */
    record Layer(Fate fate, List<Integer> shape, long parameters, long multiplyAdds) {}

    /** Returns the layers in the order of the source. */
    List<Layer> layers() {
        Map<String, List<Node>> nodes = new LinkedHashMap<>();
        explanation
                .read()
                .nodes()
                .forEach(node -> nodes.computeIfAbsent(node.layer(), name -> new ArrayList<>())
                        .add(node));
        Set<String> counted = new HashSet<>();
        List<Layer> layers = new ArrayList<>();
        for (Fate fate : explanation.fates()) {
            List<Node> own = nodes.getOrDefault(fate.layer(), List.of());
            long parameters = own.stream()
                    .flatMap(node -> node.weights().stream())
                    .filter(weight -> counted.add(weight.name()))
                    .mapToLong(Inspection::count)
                    .sum();
            List<Integer> shape =
                    own.isEmpty() ? List.of() : own.get(own.size() - 1).shape();
            layers.add(new Layer(
                    fate,
                    shape,
                    parameters,
                    own.stream().mapToLong(Node::multiplyAdds).sum()));
        }
        return layers;
    }

    private static long count(Explanation.Weight weight) {
        return weight.shape().stream().mapToLong(dim -> dim).reduce(1, Math::multiplyExact);
    }

    long parameters() {
        return weights().values().stream().mapToLong(count -> count).sum();
    }

    /** Returns how many of the parameters are statistics that training does not learn. */
    long statistics() {
        return weights().entrySet().stream()
                .filter(entry -> STATISTICS.contains(
                        entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> weights() {
        Map<String, Long> weights = new LinkedHashMap<>();
        explanation
                .read()
                .nodes()
                .forEach(node -> node.weights().forEach(weight -> weights.put(weight.name(), count(weight))));
        return weights;
    }

    /** Returns the multiply-adds of the model as written. */
    long multiplyAdds() {
        return explanation.read().nodes().stream().mapToLong(Node::multiplyAdds).sum();
    }

    /** Returns the nodes that a prediction computes, in order. */
    List<Node> steps() {
        Map<String, Node> planned = new LinkedHashMap<>();
        explanation.planned().nodes().forEach(node -> planned.put(node.name(), node));
        return explanation.steps().stream()
                .map(step -> planned.get(step.node()))
                .toList();
    }

    /** Returns the layer that a step is called after in words. */
    String owner(String step) {
        return explanation.steps().stream()
                .filter(each -> each.node().equals(step))
                .map(Explanation.Step::owner)
                .findFirst()
                .orElse(step);
    }

    long scratchBytes() {
        return Float.BYTES * explanation.memory().floats();
    }

    long packedBytes() {
        return Float.BYTES * explanation.packedFloats();
    }

    /** Returns everything for programs. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", origin.file().toString());
        json.put("model", explanation.model());
        json.put("batched", origin.batched());
        json.put(
                "inputs",
                ports(explanation.read().nodes().stream()
                        .filter(node -> node.operation().equals("input"))
                        .toList()));
        json.put("outputs", outputs());
        json.put("parameters", parameters());
        json.put("statistics", statistics());
        json.put("multiplyAdds", multiplyAdds());
        json.put("layers", layers().stream().map(this::json).toList());
        json.put("steps", steps().stream().map(Inspection::json).toList());
        json.put("packedWeightsBytes", packedBytes());
        json.put("scratchBytes", scratchBytes());
        json.put("notes", origin.notes());
        return json;
    }

    private List<Object> ports(List<Node> nodes) {
        List<Object> ports = new ArrayList<>();
        nodes.forEach(node -> ports.add(port(node.name(), node.shape())));
        return ports;
    }

    private List<Object> outputs() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        explanation.read().nodes().forEach(node -> nodes.put(node.name(), node));
        List<Object> ports = new ArrayList<>();
        explanation
                .read()
                .outputs()
                .forEach(output ->
                        ports.add(port(output.name(), nodes.get(output.node()).shape())));
        return ports;
    }

    private Map<String, Object> port(String name, List<Integer> shape) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("name", name);
        port.put("nameInFile", origin.nameInFile(name));
        port.put("shape", shape);
        return port;
    }

    private Map<String, Object> json(Layer layer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", layer.fate().layer());
        json.put("nameInFile", origin.nameInFile(layer.fate().layer()));
        json.put("type", layer.fate().kind());
        json.put("shape", layer.shape());
        json.put("parameters", layer.parameters());
        json.put("multiplyAdds", layer.multiplyAdds());
        json.put("outcome", layer.fate().outcome().name().toLowerCase(Locale.ROOT));
        json.put("steps", layer.fate().steps());
        json.put("explanation", layer.fate().sentence());
        json.put("reasons", layer.fate().reasons());
        return json;
    }

    private static Map<String, Object> json(Node step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", step.name());
        json.put("operation", step.detail());
        json.put("layers", step.layers());
        json.put("shape", step.shape());
        json.put("multiplyAdds", step.multiplyAdds());
        return json;
    }
}
