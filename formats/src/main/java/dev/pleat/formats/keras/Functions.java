package dev.pleat.formats.keras;

import dev.pleat.ActivationFunction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Activations of layers: a name, a function object, or a layer of its own. */
final class Functions {
    private static final Map<String, ActivationFunction> BY_NAME = Map.ofEntries(
            Map.entry("linear", ActivationFunction.LINEAR),
            Map.entry("relu", ActivationFunction.RELU),
            Map.entry("relu6", ActivationFunction.RELU6),
            Map.entry("leaky_relu", ActivationFunction.LEAKY_RELU),
            Map.entry("elu", ActivationFunction.ELU),
            Map.entry("selu", ActivationFunction.SELU),
            Map.entry("gelu", ActivationFunction.GELU),
            Map.entry("sigmoid", ActivationFunction.SIGMOID),
            Map.entry("tanh", ActivationFunction.TANH),
            Map.entry("softplus", ActivationFunction.SOFTPLUS),
            Map.entry("softsign", ActivationFunction.SOFTSIGN),
            Map.entry("swish", ActivationFunction.SWISH),
            Map.entry("silu", ActivationFunction.SILU),
            Map.entry("hard_silu", ActivationFunction.HARD_SWISH),
            Map.entry("hard_swish", ActivationFunction.HARD_SWISH),
            Map.entry("mish", ActivationFunction.MISH),
            Map.entry("exponential", ActivationFunction.EXPONENTIAL),
            Map.entry("softmax", ActivationFunction.SOFTMAX),
            // What tf.nn.softmax is called inside TensorFlow.
            Map.entry("softmax_v2", ActivationFunction.SOFTMAX));

    private Functions() {}

    /** {@return the function of a name, as this version of Keras understands it} */
    static Optional<ActivationFunction> of(String name, Origin origin) {
        if (name.equals("hard_sigmoid")) {
            return Optional.of(
                    origin.major() >= 3 ? ActivationFunction.HARD_SIGMOID : ActivationFunction.HARD_SIGMOID_KERAS2);
        }
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Adds a layer with the function of its attribute {@code activation}: as the layer's own, or as a layer behind it.
     *
     * @param call the application, to which the layers are added
     * @param key the name of the attribute
     * @param layer adds the layer, given its activation
     */
    static void add(Call call, String key, Adding layer) throws IOException {
        Object value = call.attributes().raw(key);
        if (value == null) {
            layer.add(Map.of());
            return;
        }
        KerasLayer behind = layer(value);
        if (behind == null) {
            layer.add(named(call, key, name(value)));
            return;
        }
        layer.add(Map.of());
        Attributes attributes = call.attributes().inner(key, behind);
        Call inner = call.of(behind, attributes);
        if (!Activations.applyWithoutWeights(inner)) {
            call.attributes().refuse(key, "is not a function that the language has");
        }
        attributes.finish();
        inner.steps().forEach(step -> call.add(step.annotation(), step.attributes(), step.weights()));
    }

    /** Adds a layer. */
    interface Adding {
        /** Adds it with these attributes besides its own, {@code activation} among them unless it is linear. */
        void add(Map<String, Object> activation) throws IOException;
    }

    /** {@return the attributes of a function by its name; none if it is linear or refused} */
    static Map<String, Object> named(Call call, String key, String name) {
        Optional<ActivationFunction> function = of(name, call.origin());
        if (function.isEmpty()) {
            call.attributes().refuse(key, "is not a function that the language has");
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (function.orElse(ActivationFunction.LINEAR) != ActivationFunction.LINEAR) {
            attributes.put("activation", function.get());
        }
        return attributes;
    }

    /** {@return the name of a function, given as a text or as an object} */
    static String name(Object value) {
        if (value instanceof String text) {
            int module = text.lastIndexOf('.');
            int custom = text.lastIndexOf('>');
            return text.substring(Math.max(module, custom) + 1);
        }
        Map<String, Object> map = Json.map(value);
        String className = Json.text(map.get("class_name"));
        if (className.equals("function")) {
            return name(Json.text(map.get("config")));
        }
        return className.isEmpty() ? String.valueOf(value) : className.toLowerCase(Locale.ROOT);
    }

    /** {@return the layer that stands in for a function; null if it is none} */
    private static KerasLayer layer(Object value) {
        Map<String, Object> map = Json.map(value);
        boolean isLayer = map.get("config") instanceof Map && LayerMappings.knows(Json.text(map.get("class_name")));
        return isLayer ? KerasLayer.of(map) : null;
    }
}
