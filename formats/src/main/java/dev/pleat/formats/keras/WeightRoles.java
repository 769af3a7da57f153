package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which of a layer's arrays is its kernel, which its bias, by name or, where there are no names, by order. */
final class WeightRoles {
    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("depthwise_kernel", "depthwise_kernel"),
            Map.entry("pointwise_kernel", "pointwise_kernel"),
            Map.entry("kernel", "kernel"),
            Map.entry("W", "kernel"),
            Map.entry("bias", "bias"),
            Map.entry("b", "bias"),
            Map.entry("gamma", "gamma"),
            Map.entry("beta", "beta"),
            Map.entry("moving_mean", "moving_mean"),
            Map.entry("running_mean", "moving_mean"),
            Map.entry("moving_variance", "moving_variance"),
            Map.entry("running_var", "moving_variance"),
            // Keras 1 calls it a deviation, but it is the variance.
            Map.entry("running_std", "moving_variance"),
            Map.entry("mean", "mean"),
            Map.entry("variance", "variance"),
            Map.entry("count", "count"),
            Map.entry("alpha", "alpha"),
            Map.entry("alphas", "alpha"),
            Map.entry("moving_stddev", "renorm"),
            Map.entry("renorm_mean", "renorm"),
            Map.entry("renorm_stddev", "renorm"),
            Map.entry("renorm_mean_weight", "renorm"),
            Map.entry("renorm_stddev_weight", "renorm"));

    private static final List<String> LONGEST_FIRST = SUFFIXES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    // What layers keep for training.
    private static final Set<String> IGNORED = Set.of("count", "renorm");

    private WeightRoles() {}

    /** What tells the arrays of a layer apart: what is wrong with them, or each by its name in the language. */
    record Found(Map<String, Stored> weights, List<String> problems) {}

    /** {@return the known end of a name, {@code kernel} of {@code conv_kernel}; empty if there is none} */
    static String suffix(String name) {
        for (String suffix : LONGEST_FIRST) {
            if (name.equals(suffix) || name.endsWith("_" + suffix)) {
                return suffix;
            }
        }
        return "";
    }

    /** {@return whether a layer could have weights, known or not} */
    static boolean mayHaveWeights(KerasLayer layer) {
        String name = layer.className();
        boolean linear = Stream.of(
                        "Dense", "Conv", "Deconv", "Normalization", "PReLU", "Embedding", "RNN", "LSTM", "GRU")
                .anyMatch(name::contains);
        return linear || name.equals("TimeDistributed") || !LayerMappings.knows(name);
    }

    /**
     * Tells a layer's arrays apart.
     *
     * @param stored the arrays in the file's order
     * @param roles the names in the language that the layer has by its configuration, in Keras's order
     */
    static Found find(List<Stored> stored, List<String> roles) {
        Map<String, Stored> weights = new LinkedHashMap<>();
        List<Stored> others = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean named = false;
        for (Stored array : stored) {
            String role = role(array, roles);
            named |= !role.isEmpty();
            if (roles.contains(role)) {
                if (weights.put(role, array) != null) {
                    problems.add("it has two weights '" + role + "'");
                }
            } else if (!IGNORED.contains(role)) {
                others.add(array);
            }
        }
        if (!named && stored.size() >= roles.size() && mayEnd(stored.size() - roles.size(), roles)) {
            roles.forEach(role -> weights.put(role, stored.get(weights.size())));
            return new Found(weights, problems);
        }
        others.forEach(array ->
                problems.add("the file has a weight '%s' that its configuration excludes".formatted(array.name())));
        for (String role : roles) {
            if (!weights.containsKey(role)) {
                problems.add("the file has no weight '" + role + "' for it");
            }
        }
        return new Found(weights, problems);
    }

    // Without names, what is kept for training stands behind: a count, or three numbers of renormalisation.
    private static boolean mayEnd(int more, List<String> roles) {
        boolean norm = roles.contains("moving_mean");
        return more == 0 || more == 1 && roles.equals(List.of("mean", "variance")) || norm && more == 3;
    }

    private static String role(Stored array, List<String> roles) {
        String role = SUFFIXES.getOrDefault(suffix(array.leaf()), "");
        boolean renamed = role.equals("kernel") && !roles.contains(role) && roles.contains("depthwise_kernel");
        return renamed ? "depthwise_kernel" : role;
    }

    /** {@return the names that apply, of pairs of a name and whether it does} */
    static List<String> of(Object... namesAndFlags) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < namesAndFlags.length; i += 2) {
            if (Boolean.TRUE.equals(namesAndFlags[i + 1])) {
                names.add((String) namesAndFlags[i]);
            }
        }
        return names;
    }

    /** {@return whether a shape is as expected, where -1 stands for anything} */
    static boolean fits(List<Integer> shape, int... expected) {
        if (shape.size() != expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != -1 && expected[i] != shape.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@return a shape for a message, with {@code ?} for anything} */
    static String shown(int... expected) {
        return Arrays.toString(expected).replace("-1", "?");
    }
}
