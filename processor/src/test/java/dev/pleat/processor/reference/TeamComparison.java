package dev.pleat.processor.reference;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.Team;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a compiled model computes the same on teams as in one thread, bit for bit. */
final class TeamComparison {

    private TeamComparison() {}

    /** {@return what is wrong with a model, empty if nothing} */
    static String problem(
            InMemoryCompiler.Result result, String packageName, long seed, ModelSpec model, List<Team> teams) {
        try {
            Class<?> type = result.loader().loadClass(packageName + "." + model.name() + "Model");
            CompiledModel compiled = (CompiledModel)
                    type.getMethod("load", Map.class).invoke(null, floats(RandomWeights.of(model, seed)));
            String problem = "";
            for (Team team : teams) {
                Scratch memory = compiled.newScratch(team);
                // What an earlier prediction left behind must not show.
                for (int sample : new int[] {0, 1, 0}) {
                    Map<String, float[]> inputs = floats(RandomWeights.inputs(model, seed, sample));
                    problem += problem(compiled, memory, inputs, team.threads() + " threads, sample " + sample);
                }
            }
            return problem;
        } catch (ReflectiveOperationException e) {
            return e.toString();
        }
    }

    private static String problem(CompiledModel compiled, Scratch memory, Map<String, float[]> inputs, String what) {
        Map<String, float[]> expected = compiled.predict(inputs);
        Map<String, float[]> outputs = new LinkedHashMap<>();
        expected.forEach((name, values) -> outputs.put(name, new float[values.length]));
        compiled.predict(memory, inputs, outputs);
        StringBuilder problem = new StringBuilder();
        expected.forEach((name, values) -> {
            int different = Arrays.mismatch(values, outputs.get(name));
            if (different >= 0) {
                problem.append("'%s'[%d] is %s, not %s, with %s; "
                        .formatted(name, different, outputs.get(name)[different], values[different], what));
            }
        });
        return problem.toString();
    }

    private static Map<String, float[]> floats(Map<String, Tensor> tensors) {
        Map<String, float[]> floats = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> floats.put(name, tensor.floats()));
        return floats;
    }
}
