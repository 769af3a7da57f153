package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The weights of a model within a model, which an {@code .h5} file lists as those of one layer: first what is trainable of
 * all its layers, then the rest. Freezing a layer reorders the list, so weights belong to the layer that their name names.
 */
final class FlattenedWeights implements WeightScope {
    private final Map<String, List<Stored>> byPath;
    private final String prefix;

    private FlattenedWeights(Map<String, List<Stored>> byPath, String prefix) {
        this.byPath = byPath;
        this.prefix = prefix;
    }

    /** A layer that has weights, and whether they are trained. */
    private record Leaf(String path, boolean trainable) {}

    /** Tells which weights are whose. */
    static FlattenedWeights of(List<Stored> all, KerasLayer model, Problems problems) {
        Map<String, List<Stored>> scopes = new LinkedHashMap<>();
        all.forEach(stored ->
                scopes.computeIfAbsent(scope(stored), key -> new ArrayList<>()).add(stored));
        List<Leaf> leaves = new ArrayList<>();
        collect(model, "", true, leaves);
        Map<String, List<Stored>> byPath = new LinkedHashMap<>();
        match(leaves, scopes, byPath, 1, FlattenedWeights::plain);
        match(leaves, scopes, byPath, 1, FlattenedWeights::renumbered);
        if (!leaves.isEmpty() && leaves.size() == scopes.size()) {
            // Trainable layers come first in the list.
            leaves.sort((a, b) -> Boolean.compare(b.trainable, a.trainable));
            List<String> names = List.copyOf(scopes.keySet());
            for (int i = 0; i < names.size(); i++) {
                byPath.put(leaves.get(i).path, scopes.get(names.get(i)));
                problems.note(
                        "",
                        "the weights '%s' are taken for those of '%s', by their order"
                                .formatted(names.get(i), model.name() + "/" + leaves.get(i).path));
            }
        } else {
            scopes.keySet()
                    .forEach(scope -> problems.add(
                            "", "the weights '%s' belong to no layer of '%s'".formatted(scope, model.name())));
        }
        return new FlattenedWeights(byPath, "");
    }

    private static void collect(KerasLayer model, String prefix, boolean trainable, List<Leaf> leaves) {
        for (KerasLayer layer : model.layers()) {
            boolean trained = trainable && !Boolean.FALSE.equals(layer.config().get("trainable"));
            if (layer.isModel()) {
                collect(layer, prefix + layer.name() + "/", trained, leaves);
            } else if (WeightRoles.mayHaveWeights(layer)) {
                leaves.add(new Leaf(prefix + layer.name(), trained));
            }
        }
    }

    /** Matches each layer with the scope whose end it shares most of, and removes both. */
    private static void match(
            List<Leaf> leaves,
            Map<String, List<Stored>> scopes,
            Map<String, List<Stored>> byPath,
            int least,
            Ending ending) {
        for (Leaf leaf : List.copyOf(leaves)) {
            String[] path = leaf.path.split("/");
            List<String> best =
                    best(List.copyOf(scopes.keySet()), least, scope -> ending.shared(scope.split("/"), path));
            if (best.size() == 1) {
                String scope = best.get(0);
                List<Leaf> rivals =
                        best(leaves, least, other -> ending.shared(scope.split("/"), other.path.split("/")));
                if (rivals.equals(List.of(leaf))) {
                    byPath.put(leaf.path, scopes.remove(scope));
                    leaves.remove(leaf);
                }
            }
        }
    }

    /** How many names at the end a scope shares with a path. */
    private interface Ending {
        /** {@return the number of names} */
        int shared(String[] scope, String[] path);
    }

    private static int plain(String[] scope, String[] path) {
        int shared = 0;
        while (shared < Math.min(scope.length, path.length)
                && scope[scope.length - 1 - shared].equals(path[path.length - 1 - shared])) {
            shared++;
        }
        return shared;
    }

    // TensorFlow 1 makes names of variables unique by numbers behind them.
    private static int renumbered(String[] scope, String[] path) {
        String[] bare = Arrays.stream(scope)
                .map(name -> name.replaceFirst("_\\d+$", ""))
                .toArray(String[]::new);
        return plain(bare, path);
    }

    private static <T> List<T> best(List<T> candidates, int least, ToIntFunction<T> score) {
        List<T> best = new ArrayList<>();
        int most = least;
        for (T candidate : candidates) {
            int points = score.applyAsInt(candidate);
            if (points > most) {
                best.clear();
                most = points;
            }
            if (points == most) {
                best.add(candidate);
            }
        }
        return best;
    }

    /** {@return the name without its last part: {@code conv} of {@code conv/kernel:0}, and of {@code conv_W}} */
    private static String scope(Stored stored) {
        String[] parts = stored.parts();
        if (parts.length > 1) {
            return String.join("/", Arrays.copyOf(parts, parts.length - 1));
        }
        String suffix = WeightRoles.suffix(parts[0]);
        return suffix.isEmpty() || suffix.length() >= parts[0].length()
                ? parts[0]
                : parts[0].substring(0, parts[0].length() - suffix.length() - 1);
    }

    @Override
    public List<Stored> of(KerasLayer layer) {
        return byPath.getOrDefault(prefix + layer.name(), List.of());
    }

    @Override
    public WeightScope inside(KerasLayer model) {
        return new FlattenedWeights(byPath, prefix + model.name() + "/");
    }
}
