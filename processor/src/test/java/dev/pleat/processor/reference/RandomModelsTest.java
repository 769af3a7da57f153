package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * Random models, compiled and run, give what the reference gives.
 *
 * <p>{@code pleat.random.models} says how many, {@code pleat.random.seed} from which seed. An output may differ from the
 * reference by {@value #TOLERANCE} times the largest value of any layer on its way, or times 1 if all are smaller
 * ({@link Reference#scales}). {@link Growth} sees to it that the models themselves do
 * not magnify rounding beyond a third of that.
 */
@Disabled("needs the compiler")
final class RandomModelsTest {
    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 50;
    private static final int MOST_FAILURES = 5;
    private static final String PACKAGE = "pleat.random";

    private final Coverage coverage = new Coverage();
    private final List<String> failures = new ArrayList<>();

    @Test
    void agreeWithTheReference() throws ReflectiveOperationException {
        int models = Integer.getInteger("pleat.random.models", 500);
        long first = Long.getLong("pleat.random.seed", 0);
        for (int done = 0; done < models && failures.size() < MOST_FAILURES; done += BATCH) {
            compileAndRun(first + done, Math.min(BATCH, models - done));
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures));
        }
        System.out.println(coverage.table());
        if (models >= RandomModels.SEEDS_OF_ALL) {
            assertThat(coverage.missing()).as("what no model has").isEmpty();
        }
    }

    private void compileAndRun(long first, int count) throws ReflectiveOperationException {
        Map<Long, ModelSpec> models = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = first; seed < first + count; seed++) {
            ModelSpec model = RandomModels.next(seed);
            models.put(seed, model);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
            coverage.add(model);
        }
        Processor processor = (Processor) Class.forName("dev.pleat.processor.ModelProcessor")
                .getDeclaredConstructor()
                .newInstance();
        InMemoryCompiler.Result result =
                InMemoryCompiler.compile(sources, List.of(processor), List.of("--add-modules", "jdk.incubator.vector"));
        if (!result.succeeded()) {
            failures.add("seeds from " + first + " do not compile:\n" + result.errors() + "\n"
                    + sourcesInError(result, sources));
            return;
        }
        models.forEach((seed, model) -> {
            String problem = problem(result, seed, model);
            if (!problem.isEmpty()) {
                String generated = result.generatedSources().get(PACKAGE + "." + model.name() + "Model");
                failures.add("seed " + seed + ": " + problem + "\n" + SourcePrinter.print(model, PACKAGE) + "\n"
                        + generated);
            }
        });
    }

    private static String sourcesInError(InMemoryCompiler.Result result, Map<String, String> sources) {
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.putAll(result.generatedSources());
        StringBuilder text = new StringBuilder();
        all.forEach((name, source) -> {
            if (result.errors().contains("/" + name.substring(name.lastIndexOf('.') + 1) + ".java:")) {
                text.append(source).append('\n');
            }
        });
        return text.toString();
    }

    /** {@return what is wrong with a model, empty if nothing} */
    private static String problem(InMemoryCompiler.Result result, long seed, ModelSpec model) {
        try {
            Class<?> type = result.loader().loadClass(PACKAGE + "." + model.name() + "Model");
            Map<String, Tensor> weights = RandomWeights.of(model, seed);
            Object compiled = type.getMethod("load", Map.class).invoke(null, floats(weights));
            String problem = specProblem(compiled, model);
            Map<String, float[]> before = null;
            for (int sample : new int[] {0, 1, 0}) {
                Map<String, Tensor> inputs = RandomWeights.inputs(model, seed, sample);
                Map<String, float[]> outputs = predict(compiled, floats(inputs));
                problem += valueProblem(model, Reference.run(model, inputs, weights), outputs);
                // Memory that an earlier prediction left behind must not show.
                if (sample == 0 && before != null && !same(before, outputs)) {
                    problem += "another prediction in between changes the result; ";
                }
                before = before == null ? outputs : before;
            }
            return problem;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static String specProblem(Object compiled, ModelSpec model) throws ReflectiveOperationException {
        Map<String, int[]> shapes = Reference.shapes(model);
        List<String> inputs = model.inputLayers().stream()
                .map(layer -> layer.name() + " " + Arrays.toString(shapes.get(layer.name())))
                .toList();
        List<String> outputs = model.allOutputs().stream()
                .map(name -> name + " " + Arrays.toString(shapes.get(name)))
                .toList();
        List<String> weights = new ArrayList<>();
        Reference.weightShapes(model).forEach((name, shape) -> weights.add(name + " " + Arrays.toString(shape)));
        return specProblem(compiled, "inputs", inputs)
                + specProblem(compiled, "outputs", outputs)
                + specProblem(compiled, "weights", weights);
    }

    private static String specProblem(Object compiled, String method, List<String> expected)
            throws ReflectiveOperationException {
        List<?> specs = (List<?>) method(method).invoke(compiled);
        List<String> actual = specs.stream().map(Object::toString).toList();
        return actual.equals(expected) ? "" : method + " are " + actual + ", not " + expected + "; ";
    }

    private static String valueProblem(ModelSpec model, Map<String, Tensor> values, Map<String, float[]> outputs) {
        Map<String, Double> scales = Reference.scales(model, values);
        StringBuilder problem = new StringBuilder();
        for (String output : model.allOutputs()) {
            double[] expected = values.get(output).data();
            float[] actual = outputs.get(output);
            if (actual == null || actual.length != expected.length) {
                return "'" + output + "' has another size; ";
            }
            for (int i = 0; i < expected.length; i++) {
                // Written so that NaN fails.
                if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * scales.get(output))) {
                    problem.append(String.format(
                            "'%s'[%d] is %s, not %s (the largest value on its way is %s); ",
                            output, i, actual[i], expected[i], scales.get(output)));
                    break;
                }
            }
        }
        return problem.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, float[]> predict(Object compiled, Map<String, float[]> inputs)
            throws ReflectiveOperationException {
        return (Map<String, float[]>) method("predict", Map.class).invoke(compiled, inputs);
    }

    private static Method method(String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("dev.pleat.runtime.CompiledModel").getMethod(name, parameters);
    }

    private static boolean same(Map<String, float[]> a, Map<String, float[]> b) {
        return a.keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
    }

    private static Map<String, float[]> floats(Map<String, Tensor> tensors) {
        Map<String, float[]> floats = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> floats.put(name, tensor.floats()));
        return floats;
    }
}
