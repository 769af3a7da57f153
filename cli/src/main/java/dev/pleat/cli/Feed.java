package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays for a model's inputs.
 *
 * @param batch how each is divided into samples
 * @param arrays by the model's names of inputs
 * @param used the names that the file has for them
 */
record Feed(Batch batch, Map<String, NpyArray> arrays, Set<String> used) {
    /** Chooses arrays for the inputs that none has the name of. */
    @FunctionalInterface
    interface Fallback {
        /** Returns the name of the array for an input, null if there is none. */
        String choose(Ports input, int unnamed, List<String> free);
    }

    /** The arrays that are left, in their order. */
    static final Fallback BY_POSITION = (input, unnamed, free) -> free.isEmpty() ? null : free.get(0);

    /** {@code x}, or several that begin so, in their order. */
    static final Fallback BY_X = (input, unnamed, free) -> {
        List<String> candidates =
                free.stream().filter(name -> name.matches("x(_?\\d+)?")).toList();
        return candidates.size() == unnamed ? candidates.get(0) : null;
    };

    /**
     * Finds the arrays of a model's inputs: by name, else as the fallback says.
     *
     * @param file the arrays' file, for messages
     * @param batched whether the first axis usually counts samples
     */
    static Feed of(String file, Map<String, NpyArray> all, List<Ports> inputs, Fallback fallback, boolean batched) {
        Map<String, String> chosen = new LinkedHashMap<>();
        List<String> free = new ArrayList<>(all.keySet());
        for (Ports input : inputs) {
            all.keySet().stream().filter(input::isCalled).findFirst().ifPresent(name -> {
                chosen.put(input.name(), name);
                free.remove(name);
            });
        }
        int unnamed = inputs.size() - chosen.size();
        for (Ports input : inputs) {
            if (!chosen.containsKey(input.name())) {
                String name = fallback.choose(input, unnamed, free);
                if (name == null) {
                    throw missing(file, input, all);
                }
                chosen.put(input.name(), name);
                free.remove(name);
                unnamed--;
            }
        }
        return divided(file, all, inputs, chosen, batched);
    }

    private static Feed divided(
            String file, Map<String, NpyArray> all, List<Ports> inputs, Map<String, String> chosen, boolean batched) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        Batch common = null;
        for (Ports input : inputs) {
            String name = chosen.get(input.name());
            NpyArray array = all.get(name);
            Batch batch = Batch.of(array, input.spec().shape(), batched);
            if (batch == null) {
                throw Failure.badFile("%s: '%s' has the shape %s, but the input '%s' takes %s%s"
                        .formatted(
                                file,
                                name,
                                array.shape(),
                                input.name(),
                                batched ? "samples of " : "",
                                input.spec().shape()));
            }
            if (common != null && !common.equals(batch)) {
                throw Failure.badFile("%s: '%s' holds %d samples, but the inputs before it %d"
                        .formatted(file, name, batch.samples(), common.samples()));
            }
            common = batch;
            arrays.put(input.name(), array);
        }
        return new Feed(common, arrays, Set.copyOf(chosen.values()));
    }

    private static Failure missing(String file, Ports input, Map<String, NpyArray> all) {
        return Failure.badFile("%s: no array for the input '%s' %s among %s\n  fix: call it '%2$s'"
                .formatted(file, input.name(), input.spec().shape(), all));
    }
}
