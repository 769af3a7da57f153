package dev.pleat.processor.reference;

import dev.pleat.processor.InMemoryCompiler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Whether a compiled model computes what the reference computes. */
final class Comparison {
    /** By how much of the largest value on its way an output may differ. */
    static final double TOLERANCE = 1e-5;

    private Comparison() {}

    /** {@return what is wrong with a model, empty if nothing} */
    static String problem(InMemoryCompiler.Result result, String packageName, long seed, ModelSpec model) {
        return problem(result, packageName, seed, model, UnaryOperator.identity());
    }

    /**
     * Returns what is wrong with a model that is loaded with changed weights.
     *
     * @param change makes of the weights that the reference has those that the compiled model gets
     */
    static String problem(
            InMemoryCompiler.Result result,
            String packageName,
            long seed,
            ModelSpec model,
            UnaryOperator<Map<String, Tensor>> change) {
        try {
            Class<?> type = result.loader().loadClass(packageName + "." + model.name() + "Model");
            Map<String, Tensor> weights = RandomWeights.of(model, seed);
            Map<String, Tensor> changed = change.apply(new LinkedHashMap<>(weights));
            Object compiled = type.getMethod("load", Map.class).invoke(null, floats(changed));
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
