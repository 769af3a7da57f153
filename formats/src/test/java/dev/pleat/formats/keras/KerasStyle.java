package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.KerasFile.json;

import dev.pleat.processor.reference.Constant;
import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes models of the language as a version of Keras would: configuration and weights. */
final class KerasStyle {
    private static final Set<String> SMALL = Set.of("ReLU", "LeakyReLU", "ELU", "Softmax");

    private final int major;

    /**
     * Creates a style.
     *
     * @param major the version of Keras, 2 or 3
     */
    KerasStyle(int major) {
        this.major = major;
    }

    /** {@return a file with the configuration and the weights of a functional model} */
    KerasFile file(ModelSpec model, Map<String, Tensor> weights) {
        KerasFile file = new KerasFile(major == 3 ? "3.5.0" : "2.3.1", functional(model));
        for (LayerSpec layer : model.layers()) {
            file.layer(layer.name());
            weights.forEach((name, tensor) -> {
                if (name.startsWith(layer.name() + "/")) {
                    String own = name.substring(name.lastIndexOf('/') + 1);
                    boolean renamed = major == 3 && layer.type().startsWith("Depthwise") && own.endsWith("kernel");
                    String full = layer.name() + "/" + (renamed ? "kernel" : own) + (major == 3 ? "" : ":0");
                    file.weight(layer.name(), full, tensor);
                }
            });
        }
        return file;
    }

    /** {@return where Keras 3 puts the weights of each layer} */
    static Map<String, String> paths(ModelSpec model) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        for (LayerSpec layer : model.layers()) {
            String name = NumberedWeights.snakeCase(layer.type().equals("Input") ? "InputLayer" : layer.type());
            int number = counts.merge(name, 1, Integer::sum) - 1;
            paths.put(layer.name(), "layers/" + (number == 0 ? name : name + "_" + number));
        }
        return paths;
    }

    /** {@return the configuration of a functional model} */
    Map<String, Object> functional(ModelSpec model) {
        List<Object> layers = new ArrayList<>();
        List<Object> inputs = new ArrayList<>();
        List<Object> outputs = new ArrayList<>();
        for (LayerSpec layer : model.layers()) {
            Map<String, Object> entry = layer(layer);
            entry.put("name", layer.name());
            entry.put("inbound_nodes", layer.inputs().isEmpty() ? List.of() : List.of(inbound(layer)));
            layers.add(entry);
            if (layer.type().equals("Input")) {
                inputs.add(List.of(layer.name(), 0, 0));
            }
        }
        model.allOutputs().forEach(name -> outputs.add(List.of(name, 0, 0)));
        boolean bare = major == 3 && outputs.size() == 1;
        Map<String, Object> config = json(
                "name",
                "model",
                "trainable",
                true,
                "layers",
                layers,
                "input_layers",
                inputs,
                "output_layers",
                bare ? outputs.get(0) : outputs);
        return json("class_name", major == 3 ? "Functional" : "Model", "config", config);
    }

    private Object inbound(LayerSpec layer) {
        List<Object> read = new ArrayList<>();
        for (String input : layer.inputs()) {
            Map<String, Object> tensor = json("shape", null, "dtype", "float32", "keras_history", List.of(input, 0, 0));
            read.add(
                    major == 3
                            ? json("class_name", "__keras_tensor__", "config", tensor)
                            : List.of(input, 0, 0, Map.of()));
        }
        return major == 3
                ? json("args", read.size() == 1 ? read : List.of(read), "kwargs", Map.of("mask", List.of()))
                : read;
    }

    /** {@return class and configuration of a layer} */
    Map<String, Object> layer(LayerSpec layer) {
        Map<String, Object> config = json("name", layer.name(), "trainable", true, "dtype", dtype());
        String className = layer.type();
        if (className.equals("Input")) {
            List<Object> shape = new ArrayList<>();
            shape.add(null);
            Arrays.stream(layer.integers("value")).forEach(shape::add);
            config.put(major == 3 ? "batch_shape" : "batch_input_shape", shape);
            className = "InputLayer";
        } else if (major == 2 && layer.has("threshold") && layer.attributes().size() == 1) {
            config.put("theta", layer.number("threshold", 0));
            className = "ThresholdedReLU";
        } else {
            layer.attributes().forEach((name, value) -> attribute(layer, name, value, config));
        }
        if (layer.type().equals("Normalization") && layer.integers("axis", -1).length == 0) {
            config.put("axis", null);
        }
        if (layer.type().equals("BatchNormalization") && major == 2 && config.get("axis") instanceof Integer axis) {
            config.put("axis", List.of(axis));
        }
        return json("module", "keras.layers", "class_name", className, "config", config);
    }

    private Object dtype() {
        return major == 3
                ? json("module", "keras", "class_name", "DTypePolicy", "config", json("name", "float32"))
                : "float32";
    }

    private void attribute(LayerSpec layer, String name, Object value, Map<String, Object> config) {
        boolean activation = name.equals("activation") || layer.type().equals("Activation") && name.equals("value");
        if (activation) {
            config.put("activation", function(layer, value.toString()));
        } else if (name.equals("negativeSlope") || name.equals("alpha")) {
            if (SMALL.contains(layer.type())) {
                boolean old = major == 2 && layer.type().equals("LeakyReLU");
                config.put(name.equals("alpha") || old ? "alpha" : "negative_slope", value);
            }
        } else if (value instanceof int[] sides && sides.length == 4) {
            config.put(snakeCase(name), List.of(List.of(sides[0], sides[1]), List.of(sides[2], sides[3])));
        } else if (value instanceof int[] numbers) {
            List<Integer> list = Arrays.stream(numbers).boxed().toList();
            config.put(snakeCase(name), list.size() == 1 ? list.get(0) : list);
        } else if (value instanceof double[] numbers) {
            config.put(snakeCase(name), Arrays.stream(numbers).boxed().toList());
        } else if (!(value instanceof Double number && number.isInfinite())) {
            config.put(
                    snakeCase(name), value instanceof Constant one ? one.name().toLowerCase(Locale.ROOT) : value);
        }
    }

    // A function with a parameter is a layer in place of a function.
    private Object function(LayerSpec layer, String function) {
        if (function.equals("LEAKY_RELU") && layer.has("negativeSlope")) {
            String key = major == 3 ? "negative_slope" : "alpha";
            return json(
                    "class_name", "LeakyReLU", "config", json("name", "leaky", key, layer.number("negativeSlope", 0)));
        } else if (function.equals("ELU") && layer.has("alpha")) {
            return json("class_name", "ELU", "config", json("name", "elu", "alpha", layer.number("alpha", 0)));
        }
        String name = function.startsWith("HARD_SIGMOID")
                ? "hard_sigmoid"
                : function.equals("HARD_SWISH") ? "hard_silu" : function.toLowerCase(Locale.ROOT);
        return major == 3
                ? json("module", "builtins", "class_name", "function", "config", name, "registered_name", "function")
                : name;
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** {@return the model without what this version of Keras does not have; empty if it has other layers} */
    ModelSpec sayable(ModelSpec model) {
        List<LayerSpec> layers = new ArrayList<>();
        for (LayerSpec layer : model.layers()) {
            Map<String, Object> attributes = new LinkedHashMap<>(layer.attributes());
            attributes.replaceAll((name, value) -> {
                String text = value.toString();
                boolean hard = text.startsWith("HARD_SIGMOID");
                String other = text.equals("GELU_TANH") ? "GELU" : major == 3 ? "HARD_SIGMOID" : "HARD_SIGMOID_KERAS2";
                return hard || text.equals("GELU_TANH") ? new Constant(other) : value;
            });
            layers.add(new LayerSpec(layer.name(), layer.type(), attributes, layer.inputs()));
        }
        return new ModelSpec(model.name(), layers, model.outputs());
    }
}
