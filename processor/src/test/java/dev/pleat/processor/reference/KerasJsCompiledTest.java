package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.processor.reference.KerasJs.Case;
import dev.pleat.runtime.CompiledModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compiled models give what Keras 2 computed for keras-js. */
final class KerasJsCompiledTest {
    private static final String PACKAGE = "pleat.kerasjs";

    @Test
    void agrees() throws ReflectiveOperationException {
        assumeTrue(KerasJs.folder().isPresent(), "shared/conformance/keras-js is not beside the project");
        Map<ModelSpec, Case> cases = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (Case test : KerasJs.cases(KerasJs.folder().orElseThrow())) {
            test.model().ifPresent(model -> {
                ModelSpec named = new ModelSpec("Case" + cases.size(), model.layers(), model.outputs());
                cases.put(named, test);
                sources.put(PACKAGE + "." + named.name(), SourcePrinter.print(named, PACKAGE));
            });
        }
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources, List.of(new ModelProcessor()), List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(result.errors()).isEmpty();

        List<String> wrong = new ArrayList<>();
        for (Map.Entry<ModelSpec, Case> entry : cases.entrySet()) {
            double error = error(result, entry.getKey(), entry.getValue());
            if (!(error <= Comparison.TOLERANCE)) {
                wrong.add(entry.getValue().name() + ": " + error);
            }
        }
        assertThat(wrong).as("cases of %d", cases.size()).isEmpty();
    }

    /** Returns the largest error, relative to the range of the values, or to 1 where that is smaller. */
    private static double error(InMemoryCompiler.Result result, ModelSpec model, Case test)
            throws ReflectiveOperationException {
        Class<?> type = result.loader().loadClass(PACKAGE + "." + model.name() + "Model");
        CompiledModel compiled =
                (CompiledModel) type.getMethod("load", Map.class).invoke(null, floats(test.weights()));
        String output = model.layers().get(model.layers().size() - 1).name();
        float[] actual = compiled.predict(floats(test.inputs())).get(output);
        double[] expected = test.expected().data();
        if (actual.length != expected.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest / Math.max(1, test.expected().range());
    }

    private static Map<String, float[]> floats(Map<String, Tensor> tensors) {
        Map<String, float[]> floats = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> floats.put(name, tensor.floats()));
        return floats;
    }
}
