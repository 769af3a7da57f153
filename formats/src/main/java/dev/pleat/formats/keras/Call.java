package dev.pleat.formats.keras;

import dev.pleat.formats.ReadOptions;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One application of a layer, and the layers of the language that it becomes. */
final class Call {
    private final KerasLayer layer;
    private final Attributes attributes;
    private final List<int[]> shapes;
    private final Map<String, Object> arguments;
    private final List<Stored> stored;
    private final Origin origin;
    private final ReadOptions options;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> read;

    /**
     * A layer of the language.
     *
     * @param annotation its annotation
     * @param attributes its attributes
     * @param weights its weights
     */
    record Step(String annotation, Map<String, Object> attributes, Map<String, Tensor> weights) {}

    /**
     * Creates an application.
     *
     * @param shapes the shapes of what it reads, without the batch; null where one is unknown
     * @param arguments what else it is called with
     * @param stored its weights in the file
     */
    Call(
            KerasLayer layer,
            Attributes attributes,
            List<int[]> shapes,
            Map<String, Object> arguments,
            List<Stored> stored,
            Origin origin,
            ReadOptions options) {
        this(layer, attributes, shapes, arguments, stored, origin, options, new HashSet<>());
    }

    private Call(
            KerasLayer layer,
            Attributes attributes,
            List<int[]> shapes,
            Map<String, Object> arguments,
            List<Stored> stored,
            Origin origin,
            ReadOptions options,
            Set<String> read) {
        this.layer = layer;
        this.attributes = attributes;
        this.shapes = shapes;
        this.arguments = arguments;
        this.stored = stored;
        this.origin = origin;
        this.options = options;
        this.read = read;
    }

    /** {@return the same application of another layer: the one within a wrapper} */
    Call of(KerasLayer inner, Attributes innerAttributes) {
        return new Call(inner, innerAttributes, shapes, arguments, stored, origin, options, read);
    }

    /** {@return the layer} */
    KerasLayer layer() {
        return layer;
    }

    /** {@return its configuration} */
    Attributes attributes() {
        return attributes;
    }

    /** {@return the shape of the only value that it reads; null if it is unknown} */
    int[] shape() {
        return shapes.size() == 1 ? shapes.get(0) : null;
    }

    /** {@return the shapes of all that it reads; null where one is unknown} */
    List<int[]> shapes() {
        return shapes;
    }

    /** {@return what else it is called with, by name, constants in place of a tensor by {@code #position}; or null} */
    Object argument(String name) {
        read.add(name);
        return arguments.get(name);
    }

    /** {@return the first of these arguments that is there; null if none is} */
    Object firstArgument(String... names) {
        Object found = null;
        for (String name : names) {
            Object value = argument(name);
            found = found == null ? value : found;
        }
        return found;
    }

    /** Refuses arguments that nobody has asked for and that could change the result. */
    void finish() {
        attributes.finish();
        arguments.forEach((name, value) -> {
            boolean neutral =
                    value == null || Boolean.FALSE.equals(value) || List.of().equals(value);
            if (!neutral && !read.contains(name) && !name.equals("training") && !name.equals("name")) {
                attributes.problem("it is called with %s = %s, which cannot be expressed"
                        .formatted(name, Attributes.shown(value)));
            }
        });
    }

    /** {@return what wrote the file} */
    Origin origin() {
        return origin;
    }

    /** {@return how the file is read} */
    ReadOptions options() {
        return options;
    }

    /** {@return the layers of the language so far, each reading the one before} */
    List<Step> steps() {
        return steps;
    }

    /** Adds a layer of the language that reads what this application reads, or the layer before. */
    void add(String annotation, Map<String, Object> values, Map<String, Tensor> weights) {
        steps.add(new Step(annotation, values, weights));
    }

    /** Adds a layer without weights; attributes are names and values in turn. */
    void add(String annotation, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        add(annotation, values, Map.of());
    }

    /**
     * Reads the layer's weights; what is wrong with them is a problem of the layer.
     *
     * @param roles the weights that it has, in Keras's order
     * @return the weights by name; some may be missing if there is a problem
     */
    Map<String, Tensor> weights(List<String> roles) throws IOException {
        WeightRoles.Found found = WeightRoles.find(stored, roles);
        found.problems().forEach(attributes::problem);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (String role : roles) {
            if (found.weights().containsKey(role)) {
                weights.put(role, found.weights().get(role).tensor());
            }
        }
        return weights;
    }

    /** {@return how many arrays the file has for this layer} */
    int storedCount() {
        return stored.size();
    }

    /** Checks a weight's shape, if the weight is there; -1 stands for any length. */
    void check(Map<String, Tensor> weights, String role, int... expected) {
        Tensor weight = weights.get(role);
        if (weight != null && !WeightRoles.fits(weight.shape(), expected)) {
            attributes.problem("its weight '%s' has the shape %s, but its configuration takes %s"
                    .formatted(role, weight.shape(), WeightRoles.shown(expected)));
        }
    }
}
