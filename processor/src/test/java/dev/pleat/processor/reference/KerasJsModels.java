package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the layers of keras-js, which are Keras 2's, in our language. */
final class KerasJsModels {
    private static final String[] ACTIVATIONS = {
        "softmax", "elu", "selu", "softplus", "softsign", "relu", "tanh", "sigmoid", "hard_sigmoid", "linear"
    };
    private static final String[] DENSE_ACTIVATIONS = {"linear", "sigmoid", "softplus"};

    // What cannot be found in attrs.json, from the notebooks that computed the cases.
    private static final Map<String, LayerSpec> SPECIAL = Map.ofEntries(
            Map.entry("activations.elu.3", layer("ELU", "alpha", 0.5)),
            Map.entry("activations.relu.3", layer("ReLU", "maxValue", 0.5)),
            Map.entry("activations.relu.4", layer("ReLU", "negativeSlope", 0.3)),
            Map.entry("advanced_activations.LeakyReLU.0", layer("LeakyReLU", "negativeSlope", 0.4)),
            Map.entry("advanced_activations.PReLU.0", layer("PReLU")),
            Map.entry("advanced_activations.ELU.0", layer("ELU", "alpha", 1.1)),
            Map.entry("advanced_activations.ThresholdedReLU.0", layer("ReLU", "threshold", 0.9)),
            Map.entry("core.RepeatVector.0", layer("RepeatVector", "n", 7)));

    // The axes of the concatenations of two RepeatVector(3), by index; 0 joins vectors.
    private static final int[] CONCATENATE_AXES = {-1, -1, 1, -2, 2, -1, 2};

    private KerasJsModels() {}

    /** {@return the model of a case of one layer, with what keras-js puts in front of it} */
    static ModelSpec single(String name, Tensor input, Map<String, Object> given) {
        String[] parts = name.split("\\.");
        int index = Integer.parseInt(parts[2]);
        List<LayerSpec> layers = new ArrayList<>(List.of(input("input", input)));
        Map<String, Object> attributes = given.get("attrs") == null ? Map.of() : KerasJs.map(given.get("attrs"));
        if (SPECIAL.containsKey(name)) {
            add(layers, SPECIAL.get(name));
        } else if (parts[0].equals("activations")) {
            add(layers, layer("Activation", "value", function(parts[1])));
        } else if (parts[0].equals("merge")) {
            merge(layers, parts[1], index, given);
        } else if (parts[0].equals("noise") || Set.of("Activation", "Dropout").contains(parts[1])) {
            add(layers, layer("Dense", "units", 2));
            add(layers, wrapped(parts[1], index));
        } else if (parts[1].equals("Dense")) {
            LayerSpec dense = layer("Dense", "units", 2, "useBias", index % 3 != 2);
            dense.attributes().put("activation", function(DENSE_ACTIVATIONS[index % 3]));
            add(layers, dense);
        } else {
            add(layers, new LayerSpec("", parts[1], attributes(parts[1], attributes), List.of()));
        }
        return new ModelSpec("Single", layers, Set.of());
    }

    /** {@return the model of a graph or a chain} */
    static ModelSpec graph(List<Tensor> inputs, List<Object> json) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            layers.add(input("input" + i, inputs.get(i)));
        }
        for (Object entry : json) {
            Map<String, Object> layer = KerasJs.map(entry);
            String type = (String) layer.get("layerClass");
            Map<String, Object> attributes = KerasJs.map(layer.get("attrs"));
            List<String> from = KerasJs.list(layer.get("inbound")).stream()
                    .map(String.class::cast)
                    .toList();
            if (from.isEmpty()) {
                from = List.of("input" + layer.getOrDefault("branch", 0));
            }
            layers.add(new LayerSpec((String) attributes.get("name"), type, attributes(type, attributes), from));
        }
        return new ModelSpec("Graph", layers, Set.of());
    }

    private static LayerSpec wrapped(String type, int index) {
        return switch (type) {
            case "Activation" -> layer("Activation", "value", function(ACTIVATIONS[index]));
            case "GaussianNoise" -> layer(type, "stddev", 0.5);
            default -> layer(type, "rate", 0.5);
        };
    }

    private static void merge(List<LayerSpec> layers, String type, int index, Map<String, Object> given) {
        boolean concatenates = type.equals("Concatenate");
        int branches = concatenates ? Math.max(2, index - 2) : (int) given.get("numBranches");
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < branches; i++) {
            layers.add(new LayerSpec("dense" + i, "Dense", attributes("units", 2), List.of("input")));
            inputs.add("dense" + i);
        }
        for (int i = 0; i < branches && concatenates && index > 0; i++) {
            layers.add(new LayerSpec("repeat" + i, "RepeatVector", attributes("n", 3), List.of("dense" + i)));
            inputs.set(i, "repeat" + i);
        }
        Map<String, Object> attributes = concatenates ? attributes("axis", CONCATENATE_AXES[index]) : Map.of();
        layers.add(new LayerSpec("merge", type, attributes, inputs));
    }

    private static Map<String, Object> attributes(String type, Map<String, Object> keras) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        keras.forEach((name, value) -> {
            if (value != null && !name.equals("name")) {
                boolean shorthand = type.equals("Activation");
                attributes.put(shorthand ? "value" : camelCase(name), attribute(name, value));
            }
        });
        return attributes;
    }

    private static Object attribute(String name, Object value) {
        if (name.equals("activation")) {
            return function((String) value);
        } else if (value instanceof String text) {
            return new Constant(text.toUpperCase(Locale.ROOT));
        } else if (value instanceof List<?> list) {
            return list.stream()
                    .flatMap(item -> item instanceof List<?> pair ? pair.stream() : Stream.of(item))
                    .mapToInt(number -> (int) number)
                    .toArray();
        }
        return value;
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static Constant function(String name) {
        return new Constant(name.equals("hard_sigmoid") ? "HARD_SIGMOID_KERAS2" : name.toUpperCase(Locale.ROOT));
    }

    private static LayerSpec input(String name, Tensor value) {
        return new LayerSpec(name, "Input", attributes("value", value.shape()), List.of());
    }

    private static LayerSpec layer(String type, Object... namesAndValues) {
        return new LayerSpec("", type, attributes(namesAndValues), List.of());
    }

    private static void add(List<LayerSpec> layers, LayerSpec layer) {
        String above = layers.get(layers.size() - 1).name();
        layers.add(new LayerSpec("layer" + layers.size(), layer.type(), layer.attributes(), List.of(above)));
    }

    private static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
