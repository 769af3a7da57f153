package dev.pleat.formats;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.runtime.CompiledModel;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** Compiles imported models, many in one run of javac, and loads them with their weights. */
public final class CompiledModels {
    private static final String PACKAGE = "pleat.imported";
    private static final List<String> MERGES =
            List.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate");

    private CompiledModels() {}

    /** Compiles models, whose keys become the names of their classes. */
    public static InMemoryCompiler.Result compile(Map<String, SourceModel> models) {
        Map<String, String> sources = new LinkedHashMap<>();
        models.forEach((name, model) -> sources.put(PACKAGE + "." + name, source(name, model)));
        List<String> options = List.of("--add-modules", "jdk.incubator.vector");
        return InMemoryCompiler.compile(sources, List.of(processor()), options);
    }

    /** Returns the processor; its class names an annotation that is not on this class path. */
    private static Processor processor() {
        try {
            return (Processor) Class.forName("dev.pleat.processor.ModelProcessor")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Loads a model that was compiled. */
    public static CompiledModel load(InMemoryCompiler.Result result, String name, SourceModel model)
            throws ReflectiveOperationException {
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (SourceLayer layer : model.layers()) {
            layer.weights().forEach((weight, tensor) -> weights.put(layer.name() + "/" + weight, tensor.values()));
        }
        Class<?> type = result.loader().loadClass(PACKAGE + "." + name + "Model");
        return (CompiledModel) type.getMethod("load", Map.class).invoke(null, weights);
    }

    /** Compiles and loads one model. */
    public static CompiledModel of(SourceModel model) {
        InMemoryCompiler.Result result = compile(Map.of("Net", model));
        if (!result.succeeded()) {
            throw new AssertionError(result.errors() + "\n" + source("Net", model));
        }
        try {
            return load(result, "Net", model);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a model as an annotated class. */
    public static String source(String name, SourceModel model) {
        StringBuilder text = new StringBuilder(
                        "package " + PACKAGE + ";\n\nimport dev.pleat.*;\n\n@Model\npublic class ")
                .append(name)
                .append(" {\n");
        String above = null;
        for (SourceLayer layer : model.layers()) {
            text.append("    ").append(member(layer, above, model.outputs())).append(";\n");
            above = layer.name();
        }
        return text.append("}\n").toString();
    }

    private static String member(SourceLayer layer, String above, List<String> outputs) {
        boolean merges = MERGES.contains(layer.annotation());
        List<String> attributes = new ArrayList<>();
        layer.attributes().forEach((name, value) -> attributes.add(name + " = " + text(value)));
        StringBuilder text = new StringBuilder("@" + layer.annotation() + "(" + String.join(", ", attributes) + ")");
        if (!layer.inputs().isEmpty() && (merges || !layer.inputs().equals(List.of(String.valueOf(above))))) {
            text.append(" @From(")
                    .append(layer.inputs().stream()
                            .map(input -> '"' + input + '"')
                            .collect(Collectors.joining(", ", "{", "}")))
                    .append(')');
        }
        return text.append(outputs.contains(layer.name()) ? " @Output" : "")
                .append(" Layer ")
                .append(layer.name())
                .toString();
    }

    private static String text(Object value) {
        if (value.getClass().isArray()) {
            List<String> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i).toString());
            }
            return String.join(", ", items).transform(list -> "{" + list + "}");
        }
        return value instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName() + "." + constant
                : value instanceof String ? '"' + value.toString() + '"' : value.toString();
    }
}
