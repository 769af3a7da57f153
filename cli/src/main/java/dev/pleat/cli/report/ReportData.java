package dev.pleat.cli.report;

import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.Explanation;
import dev.pleat.processor.Explanation.Drawing;
import dev.pleat.processor.Explanation.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An explanation as maps and lists, for JSON. Graphs are lists of indices into one list of nodes: most passes leave most
 * nodes as they are.
 */
final class ReportData {

    private final Explanation explanation;
    private final SourceModel source;
    private final Map<Node, Integer> indices = new LinkedHashMap<>();

    ReportData(Explanation explanation, SourceModel source) {
        this.explanation = explanation;
        this.source = source;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", explanation.model());
        values.put("className", explanation.className());
        values.put("file", source == null ? "" : fileName(source.file()));
        values.put("notes", source == null ? List.of() : source.notes());
        values.put("sources", sources());
        values.put("read", drawing(explanation.read()));
        values.put("stages", explanation.stages().stream().map(this::stage).toList());
        values.put("planned", drawing(explanation.planned()));
        values.put("fates", explanation.fates().stream().map(ReportData::fate).toList());
        values.put("steps", explanation.steps().stream().map(ReportData::step).toList());
        values.put("memory", memory());
        values.put("packedFloats", explanation.packedFloats());
        values.put("nodes", indices.keySet().stream().map(ReportData::node).toList());
        return values;
    }

    private static String fileName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private Map<String, Object> drawing(Drawing drawing) {
        List<Integer> nodes = new ArrayList<>();
        for (Node node : drawing.nodes()) {
            Integer index = indices.putIfAbsent(node, indices.size());
            nodes.add(index == null ? indices.size() - 1 : index);
        }
        return map(
                "nodes",
                nodes,
                "outputs",
                drawing.outputs().stream()
                        .map(output -> map("name", output.name(), "node", output.node()))
                        .toList());
    }

    private static Map<String, Object> node(Node node) {
        return map(
                "name", node.name(),
                "layer", node.layer(),
                "kind", node.kind(),
                "operation", node.operation(),
                "detail", node.detail(),
                "shape", node.shape(),
                "inputs", node.inputs(),
                "weights",
                        node.weights().stream()
                                .map(weight -> map("name", weight.name(), "shape", weight.shape()))
                                .toList(),
                "parameters", node.parameters(),
                "multiplyAdds", node.multiplyAdds(),
                "layers", node.layers());
    }

    private Map<String, Object> stage(Explanation.Stage stage) {
        return map(
                "pass", stage.pass(),
                "purpose", stage.purpose(),
                "changes",
                        stage.changes().stream()
                                .map(change -> map(
                                        "pass", change.pass(),
                                        "layers", change.layers(),
                                        "into", change.into(),
                                        "sentence", change.sentence()))
                                .toList(),
                "after", drawing(stage.after()));
    }

    private static Map<String, Object> fate(Explanation.Fate fate) {
        return map(
                "layer", fate.layer(),
                "kind", fate.kind(),
                "outcome", fate.outcome().name(),
                "steps", fate.steps(),
                "sentence", fate.sentence(),
                "reasons", fate.reasons());
    }

    private static Map<String, Object> step(Explanation.Step step) {
        return map("node", step.node(), "owner", step.owner(), "schedule", step.schedule());
    }

    private Map<String, Object> memory() {
        return map(
                "floats",
                explanation.memory().floats(),
                "valueFloats",
                explanation.memory().valueFloats(),
                "intervals",
                explanation.memory().intervals().stream()
                        .map(i -> map(
                                "value", i.value(),
                                "offset", i.offset(),
                                "length", i.length(),
                                "first", i.first(),
                                "last", i.last()))
                        .toList());
    }

    /** Returns what is known of each layer's origin: its name in the file and its annotation as text. */
    private Map<String, Object> sources() {
        Map<String, Object> sources = new LinkedHashMap<>();
        if (source != null) {
            for (SourceLayer layer : source.layers()) {
                sources.put(layer.name(), map("origin", layer.origin(), "text", annotation(layer)));
            }
        }
        return sources;
    }

    private static String annotation(SourceLayer layer) {
        String attributes = layer.attributes().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + layer.annotation() + (attributes.isEmpty() ? "" : "(" + attributes + ")");
    }

    private static String text(Object value) {
        List<String> elements = new ArrayList<>();
        if (value instanceof Iterable<?> list) {
            list.forEach(element -> elements.add(text(element)));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(text(Array.get(value, i)));
            }
        } else {
            return value instanceof String string ? '"' + string + '"' : value.toString();
        }
        return "{" + String.join(", ", elements) + "}";
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
