package dev.pleat.processor.graph;

/**
 * A weight tensor that is loaded.
 *
 * @param name the layer's path and the weight's name, {@code b3/pointwise/kernel}
 * @param shape in Keras's layout
 */
public record Param(String name, Shape shape) {

    /** Returns the tensor as {@code conv/kernel[3, 3, 1, 32]}. */
    @Override
    public String toString() {
        return name + shape;
    }
}
