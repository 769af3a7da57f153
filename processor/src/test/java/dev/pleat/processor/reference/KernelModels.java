package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models of a few layers, each with a piece of code that is expected in what is generated for it. */
final class KernelModels {
    private final Map<String, ModelSpec> models = new LinkedHashMap<>();
    private final Map<String, String> kernels = new LinkedHashMap<>();

    /** Adds a model of an input {@code x} and layers. */
    void add(String name, String kernel, int[] shape, List<LayerSpec> rest) {
        List<LayerSpec> layers = new ArrayList<>();
        layers.add(new LayerSpec("x", "Input", Map.of("value", shape), List.of()));
        layers.addAll(rest);
        models.put(name, new ModelSpec(name, layers, Set.of()));
        kernels.put(name, kernel);
    }

    /** Compares all models with the reference, and what threads compute with what one computes. */
    void verify(String inPackage, List<Team> teams) {
        Map<String, String> sources = new LinkedHashMap<>();
        models.forEach((name, model) -> sources.put(inPackage + "." + name, SourcePrinter.print(model, inPackage)));
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources, List.of(new ModelProcessor()), List.of("--add-modules", "jdk.incubator.vector"));

        assertThat(result.errors()).isEmpty();
        models.forEach((name, model) -> {
            String generated = result.generatedSources().get(inPackage + "." + name + "Model");
            assertThat(generated.contains(kernels.get(name))).as(name).isTrue();
            assertThat(Comparison.problem(result, inPackage, name.hashCode(), model))
                    .as(() -> sources.get(inPackage + "." + name))
                    .isEmpty();
            assertThat(TeamComparison.problem(result, inPackage, name.hashCode(), model, teams))
                    .as(() -> sources.get(inPackage + "." + name))
                    .isEmpty();
        });
    }

    /** Returns a convolution {@code y} that reads {@code x}. */
    static LayerSpec conv(int filters, int kernelSize, Object... more) {
        return new LayerSpec("y", "Conv2D", attributes(filters, kernelSize, more), List.of("x"));
    }

    /** Returns attributes by name, strings as constants. */
    static Map<String, Object> named(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            attributes.put((String) namesAndValues[i], value instanceof String text ? new Constant(text) : value);
        }
        return attributes;
    }

    /** Returns those of a convolution. */
    static Map<String, Object> attributes(int filters, int kernelSize, Object... more) {
        Map<String, Object> attributes = named("filters", filters, "kernelSize", kernelSize);
        attributes.putAll(named(more));
        return attributes;
    }

    static int[] shape(int... shape) {
        return shape;
    }
}
