package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * What one operation becomes.
 *
 * @param run statements that compute it from the scratch memory {@code s} and the weights {@code w}
 * @param load statements that put its weights from {@code weights} into {@code w}, empty if it has none
 * @param schedule how it is computed, for people: its kernels and tiles, empty where there is nothing to choose
 */
record Step(CodeBlock run, CodeBlock load, List<String> schedule) {

    Step {
        schedule = List.copyOf(schedule);
    }

    Step(CodeBlock run, CodeBlock load) {
        this(run, load, List.of());
    }

    static Step of(CodeBlock run) {
        return new Step(run, CodeBlock.of(""));
    }
}
