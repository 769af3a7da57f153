package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.KerasFile.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Configurations of models, as Keras 2 writes them. */
final class Configs {
    private Configs() {}

    /** {@return a layer that reads others, with attributes as names and values in turn} */
    static Map<String, Object> layer(String className, String name, List<String> inputs, Object... attributes) {
        List<Object> read = new ArrayList<>();
        inputs.forEach(input -> read.add(ref(input)));
        return applied(className, name, read.isEmpty() ? List.of() : List.of(read), attributes);
    }

    /** {@return a layer with its applications as they stand in the file} */
    static Map<String, Object> applied(String className, String name, List<?> nodes, Object... attributes) {
        Map<String, Object> config = new LinkedHashMap<>(Map.of("name", name));
        config.putAll(json(attributes));
        return json("class_name", className, "name", name, "config", config, "inbound_nodes", nodes);
    }

    /** {@return a value: a layer's name, and after a colon which of its applications} */
    static List<Object> ref(String text) {
        String[] parts = text.split(":");
        return List.of(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 0, 0, Map.of());
    }

    /** {@return an input of a shape without the batch} */
    static Map<String, Object> input(String name, Integer... shape) {
        List<Object> batched = new ArrayList<>();
        batched.add(null);
        batched.addAll(Arrays.asList(shape));
        return layer("InputLayer", name, List.of(), "batch_input_shape", batched, "dtype", "float32");
    }

    /** {@return a functional model} */
    static Map<String, Object> model(String name, List<String> inputs, List<String> outputs, List<?> layers) {
        Map<String, Object> config =
                json("name", name, "layers", layers, "input_layers", refs(inputs), "output_layers", refs(outputs));
        return json("class_name", "Model", "config", config);
    }

    /** {@return a model as a layer of another, which reads others} */
    static Map<String, Object> nested(Map<String, Object> model, String name, List<?> nodes) {
        Map<String, Object> layer = new LinkedHashMap<>(model);
        layer.put("name", name);
        layer.put("inbound_nodes", nodes);
        return layer;
    }

    /** {@return a model of layers in a row} */
    static Map<String, Object> sequential(List<?> layers) {
        return json("class_name", "Sequential", "config", json("name", "sequential", "layers", layers));
    }

    private static List<Object> refs(List<String> names) {
        List<Object> refs = new ArrayList<>();
        names.forEach(name -> refs.add(ref(name).subList(0, 3)));
        return refs;
    }
}
