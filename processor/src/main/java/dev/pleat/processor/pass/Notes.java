package dev.pleat.processor.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the layers that passes fold: one sentence a layer. */
public final class Notes {

    private final Map<String, Note> notes = new LinkedHashMap<>();

    /**
     * What is known of a layer.
     *
     * @param folded where it is gone, null if it is not
     * @param above why it did not fold into what feeds it, null if it did or was not tried
     * @param below why it did not fold into what reads it, null if it did or was not tried
     * @param instead how it is computed all the same, null if by a step of its own
     */
    private record Note(String folded, String above, String below, String instead) {

        String sentence() {
            if (folded != null) {
                return folded;
            }
            List<String> parts = new ArrayList<>();
            parts.add(above == null ? "not folded" : above);
            if (instead != null) {
                parts.add(instead);
            } else {
                if (below != null) {
                    parts.add(below);
                }
                parts.add("computed by itself");
            }
            return String.join("; ", parts);
        }
    }

    private Note note(String layer) {
        return notes.getOrDefault(layer, new Note(null, null, null, null));
    }

    /** Notes where a layer is gone. */
    void folded(String layer, String sentence) {
        notes.put(layer, new Note(sentence, null, null, null));
    }

    /** Notes why a layer does not fold into what feeds it. */
    void notAbove(String layer, String sentence) {
        Note old = note(layer);
        notes.put(layer, new Note(old.folded, sentence, old.below, old.instead));
    }

    /** Notes why a layer does not fold into what reads it. */
    void notBelow(String layer, String sentence) {
        Note old = note(layer);
        notes.put(layer, new Note(old.folded, old.above, sentence, old.instead));
    }

    /** Notes how a layer that is not folded is computed without a step of its own. */
    void instead(String layer, String how) {
        Note old = note(layer);
        notes.put(layer, new Note(old.folded, old.above, old.below, how));
    }

    /** Returns whether it is said of a layer that it does not fold into what {@code words} name. */
    boolean says(String layer, String words) {
        String above = note(layer).above;
        return above != null && above.contains(words);
    }

    /** Returns where a layer is gone, nothing if it is not. */
    public Optional<String> folded(String layer) {
        return Optional.ofNullable(note(layer).folded);
    }

    /** Returns why a layer did not fold, one sentence for each way that was tried. */
    public List<String> refusals(String layer) {
        Note note = note(layer);
        return note.folded != null
                ? List.of()
                : Stream.of(note.above, note.below).filter(Objects::nonNull).toList();
    }

    /** Returns the sentences as {@code norm: folded into 'conv'}. */
    public List<String> sentences() {
        return notes.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().sentence())
                .toList();
    }
}
