package dev.pleat.cli;

import dev.pleat.processor.Explanation;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.WeightsException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.ToolProvider;

/**
 * A model, compiled in this process.
 *
 * @param explanation what the compiler did
 * @param type the generated class
 */
record Compiled(Explanation explanation, Class<?> type) {
    private static final String VECTORS = "jdk.incubator.vector";

    /**
     * Compiles.
     *
     * @param wanted the simple name of the annotated class, null where there is one
     * @param logits whether values before a final softmax or sigmoid are outputs too
     */
    static Compiled of(Origin origin, String wanted, boolean logits) {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw new Failure(
                    ExitCode.DEFECT,
                    "this Java has no compiler\n  fix: use a JDK, not a JRE; JAVA_HOME says which, now "
                            + System.getProperty("java.home"));
        }
        List<Explanation> explanations = new ArrayList<>();
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of(origin.className(), origin.source()),
                List.of(new ModelProcessor(explanations::add)),
                options(origin, logits));
        if (!result.succeeded()) {
            throw Failure.badFile(origin.file() + " cannot be compiled\n"
                    + result.errors()
                            .replace("/" + origin.className().replace('.', '/') + ".java", origin.file() + "")
                            .strip());
        }
        Explanation explanation = choose(origin, wanted, explanations);
        try {
            return new Compiled(explanation, result.loader().loadClass(explanation.className()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> options(Origin origin, boolean logits) {
        List<String> options = new ArrayList<>(List.of("-Xlint:none", "-nowarn", "-XDuseUnsharedTable=true"));
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            options.addAll(List.of("--add-modules", VECTORS));
        }
        if (logits) {
            options.add("-Apleat.logits=true");
        }
        origin.sourcePath().ifPresent(root -> options.addAll(List.of("-sourcepath", root.toString())));
        return options;
    }

    private static Explanation choose(Origin origin, String wanted, List<Explanation> models) {
        if (models.isEmpty()) {
            throw Failure.badFile(
                    origin.file() + " has no class with the annotation @Model\n  fix: annotate the class of layers");
        }
        String main = origin.className().substring(origin.className().lastIndexOf('.') + 1);
        Predicate<Explanation> named = model -> model.model().equals(wanted == null ? main : wanted);
        List<Explanation> found = models.stream().filter(named).toList();
        if (found.isEmpty() && wanted == null && models.size() == 1) {
            found = models;
        }
        if (found.size() != 1) {
            List<String> names = models.stream().map(Explanation::model).toList();
            throw Failure.usage(origin.file() + " has the models " + names + "\n  fix: choose one with --model");
        }
        return found.get(0);
    }

    /** Returns the weights that the model takes, without having them. */
    List<Explanation.Weight> weights() {
        return explanation.read().nodes().stream()
                .flatMap(node -> node.weights().stream())
                .distinct()
                .toList();
    }

    /**
     * Returns the model with its weights.
     *
     * @param file what the weights are from, for messages
     * @param tensors the weights by the model's names
     */
    CompiledModel load(String file, Map<String, Tensor> tensors) {
        for (Explanation.Weight weight : weights()) {
            Tensor tensor = tensors.get(weight.name());
            if (tensor != null && !tensor.shape().equals(weight.shape())) {
                throw Failure.badFile("%s: '%s' has the shape %s, but the model %s takes %s"
                        .formatted(file, weight.name(), tensor.shape(), explanation.model(), weight.shape()));
            }
        }
        Map<String, float[]> arrays = new HashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, tensor.values()));
        try {
            Method load = type.getMethod("load", Map.class);
            load.setAccessible(true);
            return (CompiledModel) load.invoke(null, arrays);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof WeightsException wrong) {
                throw new Failure(ExitCode.BAD_FILE, file + ": " + wrong.getMessage(), wrong);
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
