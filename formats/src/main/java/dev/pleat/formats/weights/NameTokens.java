package dev.pleat.formats.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a layer's path, so that {@code conv1Norm}, {@code conv1_norm} and {@code conv_1/norm} are seen to be one
 * name: {@code [conv, 1, norm]}.
 */
final class NameTokens {
    private static final Pattern WORD =
            Pattern.compile("[123][dD](?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9/._\\- ]+");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("bn", "norm"),
            Map.entry("batchnorm", "norm"),
            Map.entry("batchnormalization", "norm"),
            Map.entry("normalization", "norm"),
            Map.entry("dw", "depthwise"),
            Map.entry("pw", "pointwise"),
            Map.entry("fc", "dense"),
            Map.entry("linear", "dense"),
            Map.entry("convolution", "conv"));

    private NameTokens() {}

    /** Returns the words of a path, in lower case. */
    static List<String> of(String path) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(path);
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            boolean number = lower.matches("[0-9]{1,9}");
            words.add(number ? String.valueOf(Integer.parseInt(lower)) : lower);
        }
        return words;
    }

    /** Returns the words with those that mean the same made the same: {@code batch norm}, {@code bn} and {@code norm}. */
    static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (String word : words) {
            String meaning = SYNONYMS.getOrDefault(word, word);
            String before = plain.isEmpty() ? "" : plain.get(plain.size() - 1);
            if (meaning.equals("norm") && before.equals("batch")
                    || word.equals("connected") && before.equals("fully")) {
                plain.remove(plain.size() - 1);
                meaning = meaning.equals("connected") ? "dense" : meaning;
            }
            plain.add(meaning);
        }
        return plain;
    }

    /** Tells whether a list of words ends with another, which is not empty. */
    static boolean endsWith(List<String> words, List<String> end) {
        int from = words.size() - end.size();
        return from >= 0 && !end.isEmpty() && words.subList(from, words.size()).equals(end);
    }
}
