package dev.pleat.processor;

import dev.pleat.processor.pass.Optimizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code -A} options of the compiler ask for.
 *
 * @param dumpGraph {@code -Apleat.dump=graph}: print the graph after every pass
 * @param verbose {@code -Apleat.verbose=true}: tell what was folded, and what was not and why
 * @param logits {@code -Apleat.logits=true}: the value before a final softmax or sigmoid is an output too, called
 *     {@code <output>_logits}
 * @param divide {@code -Apleat.divide=100000}: multiply-adds of the smallest step that is divided among the threads of a
 *     team
 * @param skip {@code -Apleat.skip=FoldBackward,...}: passes that do not run
 */
record Options(boolean dumpGraph, boolean verbose, boolean logits, long divide, Set<String> skip) {

    static final String DUMP = "pleat.dump";
    static final String VERBOSE = "pleat.verbose";
    static final String LOGITS = "pleat.logits";
    static final String DIVIDE = "pleat.divide";
    static final String SKIP = "pleat.skip";

    /** A core multiplies and adds as much in about a microsecond, a few times what it takes to wait for another. */
    private static final long LEAST_DIVIDED = 100_000;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if one has an unknown value
     */
    static Options of(Map<String, String> options) {
        String dump = options.getOrDefault(DUMP, "");
        if (!dump.isEmpty() && !dump.equals("graph")) {
            throw new IllegalArgumentException("-A" + DUMP + "=" + dump + " is unknown; write -A" + DUMP + "=graph");
        }
        Set<String> skip = Arrays.stream(options.getOrDefault(SKIP, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> passes = Optimizer.passes();
        for (String name : skip) {
            if (!passes.contains(name)) {
                throw new IllegalArgumentException("-A" + SKIP + " names '" + name + "'; the passes are " + passes);
            }
        }
        return new Options(!dump.isEmpty(), isTrue(options, VERBOSE), isTrue(options, LOGITS), divide(options), skip);
    }

    private static long divide(Map<String, String> options) {
        String least = options.getOrDefault(DIVIDE, "" + LEAST_DIVIDED);
        try {
            return Long.parseLong(least);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-A" + DIVIDE + "=" + least + " is no number of multiply-adds", e);
        }
    }

    private static boolean isTrue(Map<String, String> options, String name) {
        return options.getOrDefault(name, "false").equals("true");
    }
}
