package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.Names;
import dev.pleat.formats.SourceLayer;
import dev.pleat.runtime.Safetensors.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers of the language that a file has become so far. */
final class Assembly {
    /** What stands for a layer that cannot be imported, so that what depends on it is known. */
    static final String UNKNOWN = "";

    private static final int MOST = 10_000;

    private final Path file;
    private final Problems problems;
    private final Names names = new Names();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, SourceLayer> layers = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();

    /** Creates an assembly without layers. */
    Assembly(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** {@return the layers by the names of their members, each after what it reads} */
    Map<String, SourceLayer> layers() {
        return layers;
    }

    /** {@return the shape of a layer's value; null if it is unknown} */
    int[] shape(String member) {
        return shapes.get(member);
    }

    /** {@return a name that no member has, made of a text} */
    String name(String text) {
        // Counting here keeps many applications of one layer from trying all numbers each.
        int count = asked.merge(text, 1, Integer::sum);
        return names.of(count == 1 ? text : text + "_" + count);
    }

    /**
     * Adds an input.
     *
     * @param path its path in the file
     * @param shape its shape without the batch
     */
    String input(String path, int... shape) throws FormatException {
        return add(name(path), path, new Call.Step("Input", Map.of("value", shape), Map.of()), List.of());
    }

    /** Adds a layer that cannot be imported. */
    String unknown(String path, List<String> inputs) throws FormatException {
        return add(name(path), path, new Call.Step(UNKNOWN, Map.of(), Map.of()), inputs);
    }

    /** {@return the member whose value is that of an application, after adding the layers that it becomes} */
    String add(String path, List<Call.Step> steps, List<String> inputs) throws FormatException {
        String last = name(path);
        List<String> read = inputs;
        for (int i = 0; i < steps.size(); i++) {
            boolean inner = i < steps.size() - 1;
            String member = inner ? name(last + "_" + steps.get(i).annotation()) : last;
            add(member, path, steps.get(i), read);
            read = List.of(member);
        }
        return last;
    }

    private String add(String member, String path, Call.Step step, List<String> inputs) throws FormatException {
        if (layers.size() >= MOST) {
            throw new FormatException(file, "it has more than " + MOST + " layers");
        }
        Map<String, Tensor> weights = step.weights();
        layers.put(member, new SourceLayer(member, path, step.annotation(), step.attributes(), inputs, weights));
        List<int[]> read = new ArrayList<>();
        inputs.forEach(input -> read.add(shapes.get(input)));
        if (!step.annotation().equals(UNKNOWN) && !read.contains(null)) {
            try {
                shapes.put(member, Shapes.of(step.annotation(), step.attributes(), read));
            } catch (IllegalArgumentException | ArithmeticException e) {
                problems.add(path, "'%s' (%s): %s".formatted(path, step.annotation(), e.getMessage()));
            }
        }
        return member;
    }
}
