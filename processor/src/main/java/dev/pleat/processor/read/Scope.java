package dev.pleat.processor.read;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that a model or one use of a block gives to its layers. */
final class Scope {

    private final String prefix;
    private final List<String> declared;
    private final Map<String, String> nodes = new HashMap<>();

    /**
     * @param prefix what the paths of the layers begin with, empty or ending in a slash
     * @param declared the names of all members
     */
    Scope(String prefix, List<String> declared) {
        this.prefix = prefix;
        this.declared = declared;
    }

    String path(String name) {
        return prefix + name;
    }

    void define(String name, String node) {
        nodes.put(name, node);
    }

    /** Returns the node that a name above stands for, null if there is none. */
    String node(String name) {
        return nodes.get(name);
    }

    boolean declares(String name) {
        return declared.contains(name);
    }

    /** Returns how to fix a name that is not declared: the nearest one that is. */
    String suggestion(String name) {
        List<String> above = declared.stream().filter(nodes::containsKey).toList();
        if (above.isEmpty()) {
            return "name a layer above it";
        }
        int near = Math.max(1, Math.min(name.length() / 2, 4));
        return above.stream()
                .filter(other -> distance(other, name) <= near)
                .min(Comparator.comparingInt(other -> distance(other, name)))
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElseGet(() -> "name one of " + String.join(", ", above));
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
