package dev.pleat.formats.weights;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tensors of a model in what {@code torch.save} was given: its {@code state_dict}, or a checkpoint that holds it
 * beside an optimizer, counters and arguments.
 */
final class StateDict {
    /** Under these names, in this order, checkpoints hold the model. */
    private static final List<String> WRAPPERS = List.of(
            "state_dict",
            "model_state_dict",
            "model_state",
            "model",
            "network",
            "net",
            "params_ema",
            "params",
            "weights",
            "module");

    private static final Pattern NOT_OF_THE_MODEL =
            Pattern.compile("optim.*|.*optimizer.*|.*scheduler.*|scaler|amp|rng.*|.*rng_state.*|loss.*|args");
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.");
    private static final int DEEPEST = 8;
    private static final int MOST_WRAPPERS = 64;
    private static final int MOST_TENSORS = 1 << 18;
    private static final int LONGEST_NAME = 4096;

    private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateDict() {}

    /**
     * Returns the tensors of the model in a value of a pickle, by name; empty if there are none.
     *
     * @throws IllegalArgumentException if they are too many, or two have the same name
     */
    static Map<String, TorchTensor> of(Object root) {
        StateDict found = new StateDict();
        found.collect(
                "",
                root instanceof Map<?, ?> map
                        ? unwrapped(map, Collections.newSetFromMap(new IdentityHashMap<>()))
                        : root,
                0);
        return stripped(found.tensors);
    }

    private static Map<?, ?> unwrapped(Map<?, ?> map, Set<Object> visited) {
        for (String wrapper : WRAPPERS) {
            if (visited.size() < MOST_WRAPPERS && map.get(wrapper) instanceof Map<?, ?> inner && visited.add(inner)) {
                Map<?, ?> innermost = unwrapped(inner, visited);
                if (innermost.values().stream().anyMatch(TorchTensor.class::isInstance)) {
                    return innermost;
                }
            }
        }
        return map;
    }

    private void collect(String prefix, Object value, int depth) {
        if (value instanceof TorchTensor tensor) {
            String name = prefix.isEmpty() ? "tensor" : prefix;
            if (tensors.size() == MOST_TENSORS || tensors.put(name, tensor) != null) {
                throw new IllegalArgumentException(
                        "it holds two tensors %s, or more than %d".formatted(Quoted.of(name), MOST_TENSORS));
            }
            return;
        }
        boolean container = value instanceof Map || value instanceof List;
        if (!container || depth > DEEPEST || !visited.add(value)) {
            return;
        }
        String path = prefix.isEmpty() ? "" : prefix + ".";
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                boolean named = key instanceof String || key instanceof Long;
                if (named && (member instanceof TorchTensor || isOfTheModel(key.toString()))) {
                    collect(joined(path, key.toString()), member, depth + 1);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(joined(path, String.valueOf(i)), list.get(i), depth + 1);
            }
        }
    }

    private static boolean isOfTheModel(String key) {
        return key.length() <= LONGEST_NAME && !NOT_OF_THE_MODEL.matcher(key).matches();
    }

    private static String joined(String path, String key) {
        if (path.length() + key.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("it holds a name of more than %d characters".formatted(LONGEST_NAME));
        }
        return path + key;
    }

    private static Map<String, TorchTensor> stripped(Map<String, TorchTensor> tensors) {
        for (String prefix : PREFIXES) {
            boolean common = !tensors.isEmpty() && tensors.keySet().stream().allMatch(name -> name.startsWith(prefix));
            if (common) {
                Map<String, TorchTensor> rest = new LinkedHashMap<>();
                tensors.forEach((name, tensor) -> rest.put(name.substring(prefix.length()), tensor));
                return stripped(rest);
            }
        }
        return tensors;
    }
}
