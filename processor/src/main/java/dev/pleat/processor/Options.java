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
 * @param skip {@code -Apleat.skip=FoldBackward,...}: passes that do not run
 */
record Options(boolean dumpGraph, boolean verbose, Set<String> skip) {

    static final String DUMP = "pleat.dump";
    static final String VERBOSE = "pleat.verbose";
    static final String SKIP = "pleat.skip";

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
        return new Options(
                !dump.isEmpty(), options.getOrDefault(VERBOSE, "false").equals("true"), skip);
    }
}
