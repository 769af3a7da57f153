package dev.pleat.formats.keras;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A layer, or a model within a model, as a file describes it.
 *
 * @param name its name, unique in its model
 * @param className its class, with its package if it is not Keras's
 * @param module the module of its class in Keras 3; empty elsewhere
 * @param config its configuration
 * @param inbound its applications, as the file has them
 * @param buildShape the shape that it was built for, with the batch, if the file says so
 */
record KerasLayer(
        String name,
        String className,
        String module,
        Map<String, Object> config,
        List<Object> inbound,
        List<Object> buildShape) {
    /** What stands between the package and the name of a class that is not Keras's. */
    private static final String PACKAGE = ">";

    /** {@return the layer of a JSON object} */
    static KerasLayer of(Map<String, Object> json) {
        Object raw = json.get("config");
        // A Sequential model of Keras 1 is a bare list of its layers.
        Map<String, Object> config = raw instanceof List ? Map.of("layers", raw) : Json.map(raw);
        String className = Json.text(json.get("class_name"));
        String registered = Json.text(json.get("registered_name"));
        if (registered.contains(PACKAGE)) {
            // A class of someone else's, whatever it is called.
            className = registered;
        }
        String name = Json.text(json.getOrDefault("name", config.get("name")));
        Map<String, Object> build = Json.map(json.get("build_config"));
        return new KerasLayer(
                name.isEmpty() ? className.toLowerCase(Locale.ROOT) : name,
                className,
                Json.text(json.get("module")),
                config,
                Json.list(json.get("inbound_nodes")),
                Json.list(Attributes.unwrapped(build.get("input_shape"))));
    }

    /** {@return its class without a package} */
    String simpleName() {
        return className.substring(className.lastIndexOf(PACKAGE) + 1);
    }

    /** {@return whether it is a model, that is, has layers of its own} */
    boolean isModel() {
        return config.get("layers") instanceof List && (isSequential() || config.containsKey("output_layers"));
    }

    /** {@return whether it is a model of layers in a row} */
    boolean isSequential() {
        return className.equals("Sequential") && !config.containsKey("output_layers");
    }

    /** {@return the layers of a model} */
    List<KerasLayer> layers() {
        return Json.list(config.get("layers")).stream()
                .map(layer -> of(Json.map(layer)))
                .toList();
    }

    /** {@return whether it stands for what a model reads} */
    boolean isInput() {
        return className.equals("InputLayer");
    }

    /** {@return the shape of its input, with the batch, if its configuration says so} */
    List<Object> inputShape() {
        for (String key : List.of("batch_input_shape", "batch_shape")) {
            List<Object> shape = Json.list(Attributes.unwrapped(config.get(key)));
            if (!shape.isEmpty()) {
                return shape;
            }
        }
        return List.of();
    }
}
