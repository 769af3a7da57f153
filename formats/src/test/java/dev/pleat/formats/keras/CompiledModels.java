package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.SourceModel;
import dev.pleat.formats.SourceWriter;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.CompiledModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imported models, all compiled in one run of javac. */
final class CompiledModels {
    private static final String PACKAGE = "pleat.keras";

    private CompiledModels() {}

    /** {@return the compiled models by the names of their classes, with their weights; logits are outputs too} */
    static Map<String, CompiledModel> of(Map<String, SourceModel> models) {
        Map<String, String> sources = new LinkedHashMap<>();
        models.forEach(
                (name, model) -> sources.put(PACKAGE + "." + name, SourceWriter.source(model, PACKAGE + "." + name)));
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources,
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector", "-Apleat.logits=true"));
        assertThat(result.succeeded()).as(result.errors()).isTrue();
        Map<String, CompiledModel> compiled = new LinkedHashMap<>();
        models.forEach((name, model) -> compiled.put(name, load(result, name, model)));
        return compiled;
    }

    private static CompiledModel load(InMemoryCompiler.Result result, String name, SourceModel model) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        SourceWriter.weights(model).forEach((weight, tensor) -> weights.put(weight, tensor.values()));
        try {
            return (CompiledModel) result.loader()
                    .loadClass(PACKAGE + "." + name + "Model")
                    .getMethod("load", Map.class)
                    .invoke(null, weights);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }
}
