package dev.pleat.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which array is the reference of which output: by the output's name, else by position among the outputs.
 * {@code <output>_logits} is the value before a final softmax or sigmoid of that output, and {@code y_logits} that of the
 * only or first one; an output without such a function is its own.
 */
final class References {
    static final String LOGITS = "_logits";

    private final List<Ports> outputs;
    private final List<String> arrays;
    private final Map<String, Match> matches = new LinkedHashMap<>();

    /**
     * A reference array.
     *
     * @param output what it is compared with
     * @param logits whether that is the value before the output's last function
     */
    record Match(String array, Ports output, boolean logits) {}

    private References(List<Ports> outputs, List<String> arrays) {
        this.outputs = outputs;
        this.arrays = arrays;
    }

    /**
     * Finds them.
     *
     * @param outputs in the order of the file that the model was read from
     * @param arrays the names of all arrays that are no inputs, in their order
     * @return the matches in the order of the arrays; arrays without an output are missing
     */
    static List<Match> match(List<Ports> outputs, List<String> arrays) {
        References references = new References(outputs, arrays);
        references.byName();
        references.byPosition();
        references.logits();
        return arrays.stream()
                .map(references.matches::get)
                .filter(match -> match != null)
                .toList();
    }

    private void byName() {
        for (String array : arrays) {
            called(array).ifPresent(output -> matches.put(array, new Match(array, output, false)));
        }
    }

    private Optional<Ports> called(String name) {
        return outputs.stream().filter(output -> output.isCalled(name)).findFirst();
    }

    private void byPosition() {
        List<Ports> free = new ArrayList<>(outputs);
        matches.values().forEach(match -> free.remove(match.output()));
        for (String array : arrays) {
            if (!matches.containsKey(array) && !array.endsWith(LOGITS) && !free.isEmpty()) {
                matches.put(array, new Match(array, free.remove(0), false));
            }
        }
    }

    private void logits() {
        for (String array : arrays) {
            if (!matches.containsKey(array) && array.endsWith(LOGITS)) {
                String base = array.substring(0, array.length() - LOGITS.length());
                Match same = matches.get(base);
                Optional<Ports> output = same != null ? Optional.of(same.output()) : called(base);
                boolean only = outputs.size() == 1 || base.equals("y");
                output.or(() -> only ? Optional.of(outputs.get(0)) : Optional.empty())
                        .ifPresent(found -> matches.put(array, new Match(array, found, true)));
            }
        }
    }
}
