package dev.pleat.formats.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Pairs the layers of a model with those of a file by their paths: first those with the same path, then those with the
 * same words, last those where one path ends with the other. A pair is made only if both could be no other.
 */
final class LayerMatching {
    private static final List<BiPredicate<LayerName, LayerName>> RULES = List.of(
            (model, file) -> file.path().equals(model.path()),
            (model, file) -> file.words().equals(model.words()),
            (model, file) -> file.plain().equals(model.plain()),
            (model, file) -> file.joined().equals(model.joined()),
            // Keras repeats the layer, and may have scopes in between: dense_1/model/dense_1.
            (model, file) -> file.first().equals(model.words()),
            (model, file) -> NameTokens.endsWith(file.words(), model.words()),
            (model, file) -> NameTokens.endsWith(file.plain(), model.plain()),
            (model, file) -> file.isWord() && NameTokens.endsWith(model.plain(), file.plain()));

    private final WeightNaming naming;
    private final Map<ExpectedLayer, FileLayer> pairs;
    private final Set<FileLayer> free;

    private LayerMatching(WeightNaming naming, Map<ExpectedLayer, FileLayer> given, Collection<FileLayer> layers) {
        this.naming = naming;
        this.pairs = new LinkedHashMap<>(given);
        this.free = new LinkedHashSet<>(layers);
        free.removeAll(given.values());
    }

    /**
     * Pairs layers.
     *
     * @param given the pairs that are known
     * @return all pairs that were found, those known among them
     */
    static Map<ExpectedLayer, FileLayer> match(
            WeightNaming naming,
            List<ExpectedLayer> expected,
            Collection<FileLayer> layers,
            Map<ExpectedLayer, FileLayer> given) {
        LayerMatching matching = new LayerMatching(naming, given, layers);
        RULES.forEach(rule -> matching.pair(expected, rule));
        if (naming == WeightNaming.KERAS) {
            matching.pairNumbered(expected);
        } else {
            matching.pairNorms(expected);
        }
        return matching.pairs;
    }

    private void pair(List<ExpectedLayer> expected, BiPredicate<LayerName, LayerName> rule) {
        Map<ExpectedLayer, FileLayer> found = new LinkedHashMap<>();
        Map<FileLayer, Integer> wanted = new HashMap<>();
        for (ExpectedLayer model : expected) {
            List<FileLayer> candidates = pairs.containsKey(model)
                    ? List.of()
                    : free.stream()
                            .filter(file -> rule.test(model.name(), file.name()) && model.canBe(file, naming))
                            .toList();
            candidates.forEach(file -> wanted.merge(file, 1, Integer::sum));
            if (candidates.size() == 1) {
                found.put(model, candidates.get(0));
            }
        }
        found.forEach((model, file) -> {
            if (wanted.get(file) == 1) {
                pairs.put(model, file);
                free.remove(file);
            }
        });
    }

    // Files that number layers keep their order: all of them, or those of each class.
    private void pairNumbered(List<ExpectedLayer> expected) {
        List<ExpectedLayer> open =
                expected.stream().filter(model -> !pairs.containsKey(model)).toList();
        List<FileLayer> numbered = free.stream()
                .filter(file -> file.name().path().matches("layer_with_weights-[0-9]+"))
                .sorted(java.util.Comparator.comparingInt(LayerMatching::number))
                .toList();
        if (!numbered.isEmpty() && numbered.size() == open.size()) {
            pairInOrder(open, numbered);
            return;
        }
        Map<String, List<ExpectedLayer>> classes = new LinkedHashMap<>();
        open.forEach(model -> classes.computeIfAbsent(model.kerasClass(), key -> new ArrayList<>())
                .add(model));
        classes.forEach((name, models) -> {
            List<FileLayer> files = free.stream()
                    .filter(file -> file.name()
                            .path()
                            .matches("(_layer_checkpoint_dependencies|layers)/" + name + "(_[0-9]+)?"))
                    .sorted(java.util.Comparator.comparingInt(file -> number(name, file)))
                    .toList();
            if (files.size() == models.size()) {
                pairInOrder(models, files);
            }
        });
    }

    private static int number(FileLayer layer) {
        return number("layer_with_weights", layer);
    }

    private static int number(String name, FileLayer layer) {
        String end = layer.path().substring(layer.path().lastIndexOf(name) + name.length());
        return end.isEmpty() ? 0 : Integer.parseInt(end.substring(1));
    }

    private void pairInOrder(List<ExpectedLayer> models, List<FileLayer> files) {
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).canBe(files.get(i), naming)) {
                pairs.put(models.get(i), files.get(i));
                free.remove(files.get(i));
            }
        }
    }

    // A norm right after a convolution lies in the convolution's scope, if that holds a single one.
    private void pairNorms(List<ExpectedLayer> expected) {
        for (int i = 1; i < expected.size(); i++) {
            ExpectedLayer model = expected.get(i);
            FileLayer before = pairs.get(expected.get(i - 1));
            if (before != null && model.isNorm() && !pairs.containsKey(model)) {
                List<FileLayer> inside = free.stream()
                        .filter(file -> file.path().startsWith(before.path() + naming.separator()))
                        .filter(file -> model.canBe(file, naming))
                        .toList();
                if (inside.size() == 1) {
                    pairs.put(model, inside.get(0));
                    free.remove(inside.get(0));
                }
            }
        }
    }
}
