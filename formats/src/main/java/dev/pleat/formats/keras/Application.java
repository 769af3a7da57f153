package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One application of a layer, as a file has it.
 *
 * @param inputs the values that it reads, in order
 * @param arguments what else it is called with, by name; constants in place of a tensor by {@code #position}
 */
record Application(List<Ref> inputs, Map<String, Object> arguments) {
    private static final String CONSTANT = "_CONSTANT_VALUE";

    /**
     * A value: what an application of a layer gives.
     *
     * @param layer the layer's name
     * @param node which of its applications
     * @param tensor which of its values
     */
    record Ref(String layer, int node, int tensor) {}

    /** {@return an application of a layer that reads one value} */
    static Application reading(Ref ref) {
        return new Application(List.of(ref), Map.of());
    }

    /**
     * Takes an entry of {@code inbound_nodes} apart: nested lists in Keras 1 and 2, objects in Keras 3.
     *
     * @param layers the names of the model's layers
     */
    static Application of(Object node, Set<String> layers) {
        List<Ref> inputs = new ArrayList<>();
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<String, Object> call = Json.map(node);
        if (call.containsKey("args")) {
            List<Object> positional = Json.list(call.get("args"));
            for (int i = 0; i < positional.size(); i++) {
                argument("#" + i, positional.get(i), layers, inputs, arguments);
            }
            Json.map(call.get("kwargs")).forEach((name, value) -> argument(name, value, layers, inputs, arguments));
        } else {
            nested(node, layers, inputs, arguments);
        }
        return new Application(List.copyOf(inputs), arguments);
    }

    /** {@return the values that an entry such as {@code output_layers} names: one, a list, or an object of them} */
    static List<Ref> refs(Object entry, Set<String> layers) {
        List<Ref> refs = new ArrayList<>();
        collect(entry, layers, refs);
        return refs;
    }

    private static void nested(Object node, Set<String> layers, List<Ref> inputs, Map<String, Object> arguments) {
        List<Object> list = Json.list(node);
        Ref ref = ref(list, layers);
        boolean constant = !list.isEmpty() && CONSTANT.equals(list.get(0)) && list.size() >= 3;
        if (ref != null || constant) {
            if (ref != null) {
                inputs.add(ref);
            } else {
                arguments.put("#" + inputs.size(), list.get(2));
            }
            if (list.size() > 3) {
                Json.map(list.get(3)).forEach((name, value) -> argument(name, value, layers, inputs, arguments));
            }
            return;
        }
        list.forEach(item -> nested(item, layers, inputs, arguments));
        // Inputs may come by name.
        Json.map(node).values().forEach(item -> nested(item, layers, inputs, arguments));
    }

    private static void argument(
            String name, Object value, Set<String> layers, List<Ref> inputs, Map<String, Object> arguments) {
        List<Ref> refs = refs(value, layers);
        if (refs.isEmpty() || name.equals("mask")) {
            arguments.put(name, Attributes.unwrapped(value));
        } else {
            inputs.addAll(refs);
        }
    }

    private static void collect(Object entry, Set<String> layers, List<Ref> refs) {
        if (entry instanceof List<?> list) {
            Ref ref = ref(Json.list(list), layers);
            if (ref != null) {
                refs.add(ref);
            } else {
                list.forEach(item -> collect(item, layers, refs));
            }
            return;
        }
        Map<String, Object> map = Json.map(entry);
        if ("__keras_tensor__".equals(map.get("class_name"))) {
            collect(Json.map(map.get("config")).get("keras_history"), layers, refs);
        } else {
            map.values().forEach(item -> collect(item, layers, refs));
        }
    }

    private static Ref ref(List<Object> list, Set<String> layers) {
        boolean is = list.size() >= 3
                && list.get(0) instanceof String name
                && layers.contains(name)
                && list.get(1) instanceof Integer
                && list.get(2) instanceof Integer;
        return is ? new Ref((String) list.get(0), (int) list.get(1), (int) list.get(2)) : null;
    }
}
