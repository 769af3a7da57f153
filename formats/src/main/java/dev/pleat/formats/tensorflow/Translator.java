package dev.pleat.formats.tensorflow;

import java.util.List;

/** Translates one kind of operation: adds layers, or computes constants. */
@FunctionalInterface
interface Translator {
    /**
     * Translates an operation.
     *
     * @param operation the operation
     * @return its outputs
     * @throws dev.pleat.formats.build.NotExpressible if it cannot be translated
     */
    List<Result> translate(Operation operation);
}
