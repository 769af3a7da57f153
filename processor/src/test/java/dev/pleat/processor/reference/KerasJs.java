package dev.pleat.processor.reference;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The test cases of keras-js, which Keras 2 computed, as models of our language. */
public final class KerasJs {
    private static final Set<String> ELSEWHERE = Set.of("recurrent", "wrappers", "embeddings");

    private KerasJs() {}

    /**
     * A case.
     *
     * @param name its name in keras-js
     * @param model the model, absent where the language cannot say it
     * @param inputs a value for each input
     * @param weights a value for each weight
     * @param expected the value of the last layer
     */
    public record Case(
            String name,
            Optional<ModelSpec> model,
            Map<String, Tensor> inputs,
            Map<String, Tensor> weights,
            Tensor expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** {@return the folder of the cases, which lies beside the project; empty where it is absent} */
    public static Optional<Path> folder() {
        return Stream.of("../../shared", "../shared", "../../../shared")
                .map(shared -> Path.of(shared, "conformance", "keras-js"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** {@return all cases of the folder} */
    public static List<Case> cases(Path folder) {
        Map<String, Object> attributes = read(folder.resolve("attrs.json"));
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".json") && !path.equals("attrs.json")) {
                    String key = path.substring(0, path.length() - ".json".length());
                    addCases(key, read(file), attributes.get(key), cases);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static void addCases(String key, Map<String, Object> file, Object attributes, List<Case> cases) {
        int index = 0;
        for (Map.Entry<String, Object> entry : file.entrySet()) {
            Map<String, Object> data = map(entry.getValue());
            List<Tensor> inputs = data.containsKey("inputs")
                    ? list(data.get("inputs")).stream().map(KerasJs::tensor).toList()
                    : List.of(tensor(data.get("input")));
            Optional<ModelSpec> model = Optional.empty();
            if (key.startsWith("graph/") || key.startsWith("pipeline/")) {
                model = Optional.of(
                        KerasJsModels.graph(inputs, list(map(attributes).get("layers"))));
            } else if (ELSEWHERE.stream().noneMatch(key::contains) && !key.endsWith("3D") && !key.endsWith("Dot")) {
                Map<String, Object> given =
                        attributes == null ? Map.of() : map(list(attributes).get(index));
                model = Optional.of(KerasJsModels.single(entry.getKey(), inputs.get(0), given));
            }
            cases.add(complete(entry.getKey(), model, inputs, data));
            index++;
        }
    }

    private static Case complete(
            String name, Optional<ModelSpec> model, List<Tensor> inputs, Map<String, Object> data) {
        Map<String, Tensor> byInput = new LinkedHashMap<>();
        Map<String, Tensor> byWeight = new LinkedHashMap<>();
        if (model.isPresent()) {
            for (LayerSpec layer : model.get().inputLayers()) {
                byInput.put(layer.name(), inputs.get(byInput.size()));
            }
            List<Object> weights = data.containsKey("weights") ? list(data.get("weights")) : List.of();
            Map<String, int[]> shapes = Reference.weightShapes(model.get());
            Illegal.unless(shapes.size() == weights.size(), "%s has %d weights", name, weights.size());
            shapes.forEach((weight, shape) -> {
                Tensor value = tensor(weights.get(byWeight.size()));
                Illegal.unless(Arrays.equals(value.shape(), shape), "%s has another %s", name, weight);
                byWeight.put(weight, value);
            });
        }
        return new Case(name, model, byInput, byWeight, tensor(data.get("expected")));
    }

    private static Map<String, Object> read(Path file) {
        try {
            return JSON.std.mapFrom(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tensor tensor(Object json) {
        double[] data = list(map(json).get("data")).stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
        return new Tensor(integers(map(json).get("shape")), data);
    }

    static int[] integers(Object json) {
        return list(json).stream().mapToInt(number -> (int) number).toArray();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object json) {
        return (List<Object>) json;
    }
}
