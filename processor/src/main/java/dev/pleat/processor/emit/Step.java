package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * What one operation becomes.
 *
 * @param run statements that compute it from the scratch memory {@code s} and the weights {@code w}
 * @param load statements that put its weights from {@code weights} into {@code w}, empty if it has none
 */
record Step(CodeBlock run, CodeBlock load) {

    static Step of(CodeBlock run) {
        return new Step(run, CodeBlock.of(""));
    }
}
