package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * What one operation becomes.
 *
 * @param share whether the statements compute only what belongs to {@code part}
 * @param run statements that compute it from the scratch memory {@code s} and the weights {@code w}
 * @param load statements that put its weights from {@code weights} into {@code w}, empty if it has none
 * @param schedule how it is computed, for people: its kernels and tiles, empty where there is nothing to choose
 * @param progress how its tiles go down its image, null if it cannot be computed in bands
 */
record Step(Share share, CodeBlock run, CodeBlock load, List<String> schedule, Progress progress) {

    Step {
        schedule = List.copyOf(schedule);
    }

    Step(Share share, CodeBlock run, CodeBlock load) {
        this(share, run, load, List.of(), null);
    }

    /** Returns a step without weights. */
    static Step of(Share share, CodeBlock run) {
        return new Step(share, run, CodeBlock.of(""));
    }
}
