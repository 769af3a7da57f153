package dev.pleat.runtime;

import java.util.Objects;

/**
 * What one step of a compiled model computes.
 *
 * @param name the layer in which the step ends, as in the generated code
 * @param operation what it does, with everything that was folded and fused into it, and the shape of its result
 * @param multiplyAdds how many multiplications with an addition a prediction takes in it
 */
public record StepSpec(String name, String operation, long multiplyAdds) {
    /** Checks that nothing is missing. */
    public StepSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(operation, "operation");
    }
}
