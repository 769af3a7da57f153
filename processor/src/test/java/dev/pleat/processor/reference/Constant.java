package dev.pleat.processor.reference;

/**
 * An enum constant as the value of an attribute, by its name alone: the reference knows nothing of the annotations.
 *
 * @param name the constant, {@code "RELU"} for example
 */
public record Constant(String name) {
    @Override
    public String toString() {
        return name;
    }
}
