package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What is wrong with a file, and what its reader should know of the import; each with the layer that it concerns. */
final class Problems {
    private static final int MOST = 200;

    private final List<Entry> problems = new ArrayList<>();
    private final List<Entry> notes = new ArrayList<>();

    /** A sentence, and the layer that it concerns, by its path; empty for the whole model. */
    private record Entry(String layer, String text) {
        boolean concerns(Predicate<String> layers) {
            return layer.isEmpty() || layers.test(layer);
        }
    }

    /** Adds a problem of a layer, or of the model if {@code layer} is empty. */
    void add(String layer, String text) {
        problems.add(new Entry(Objects.requireNonNull(layer), text));
    }

    /** Adds a note on a layer, or on the model if {@code layer} is empty. */
    void note(String layer, String text) {
        notes.add(new Entry(Objects.requireNonNull(layer), text));
    }

    /** {@return whether there is a problem of one of these layers, or of the model} */
    boolean any(Predicate<String> layers) {
        return problems.stream().anyMatch(problem -> problem.concerns(layers));
    }

    /** {@return the problems of these layers and of the model, each once} */
    List<String> of(Predicate<String> layers) {
        List<String> texts = texts(problems, layers);
        if (texts.size() <= MOST) {
            return texts;
        }
        List<String> some = new ArrayList<>(texts.subList(0, MOST));
        some.add("and " + (texts.size() - MOST) + " more");
        return some;
    }

    /** {@return the notes on these layers and on the model, each once} */
    List<String> notes(Predicate<String> layers) {
        return texts(notes, layers);
    }

    private static List<String> texts(List<Entry> entries, Predicate<String> layers) {
        Set<String> texts = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.concerns(layers)) {
                texts.add(entry.text);
            }
        }
        return List.copyOf(texts);
    }
}
