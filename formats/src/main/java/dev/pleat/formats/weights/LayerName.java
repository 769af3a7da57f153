package dev.pleat.formats.weights;

import java.util.List;

/**
 * The path of a layer, in the forms by which it is compared with others.
 *
 * @param path the path, its parts between slashes
 * @param words its words
 * @param plain its words, those that mean the same made the same
 * @param joined its words without anything between them
 * @param first the words of its first part
 */
record LayerName(String path, List<String> words, List<String> plain, String joined, List<String> first) {
    /** Returns the forms of a path. */
    static LayerName of(String path, char separator) {
        String slashed = path.replace(separator, '/');
        List<String> words = NameTokens.of(slashed);
        int end = slashed.indexOf('/');
        List<String> first = NameTokens.of(end < 0 ? slashed : slashed.substring(0, end));
        return new LayerName(slashed, words, NameTokens.plain(words), String.join("", words), first);
    }

    /** Tells whether the name begins with a word, as names of Java do, rather than with a number. */
    boolean isWord() {
        return !words.isEmpty() && !Character.isDigit(words.get(0).charAt(0));
    }
}
