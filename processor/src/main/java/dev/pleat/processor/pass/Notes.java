package dev.pleat.processor.pass;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the layers that passes fold: one sentence a layer, the last word on it. */
public final class Notes {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** Notes what became of a layer, instead of what was noted before. */
    void put(String layer, String sentence) {
        sentences.put(layer, sentence);
    }

    /** Notes why something was not done, unless something is noted already. */
    void refuse(String layer, String reason) {
        sentences.putIfAbsent(layer, "not folded: " + reason);
    }

    /** Adds how a refused layer is computed instead. */
    void instead(String layer, String how) {
        String reason = sentences.get(layer);
        sentences.put(layer, reason == null || !reason.startsWith("not folded") ? how : reason + "; " + how);
    }

    /** Returns the sentences as {@code norm: folded into conv}. */
    public List<String> sentences() {
        Collection<Map.Entry<String, String>> entries = sentences.entrySet();
        return entries.stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList();
    }
}
