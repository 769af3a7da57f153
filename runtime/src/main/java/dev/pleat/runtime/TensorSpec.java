package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The name and the shape of a tensor, as a model expects it: {@code conv/kernel [3, 3, 1, 32]}.
 *
 * @param name the tensor's name, not blank; for weights {@code <layer>/<weight>}
 * @param shape the dimensions, outermost first, none of them negative; empty for a single number
 */
public record TensorSpec(String name, List<Integer> shape) {
    /**
     * Checks the name and the shape.
     *
     * @throws IllegalArgumentException if the name is blank, a dimension is negative, or the tensor holds more than
     *     {@link Integer#MAX_VALUE} numbers
     */
    public TensorSpec {
        Objects.requireNonNull(name, "name");
        shape = List.copyOf(shape);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tensor needs a name");
        }
        sizeOf(name, shape);
    }

    /**
     * Returns the spec of a tensor.
     *
     * @param name the tensor's name
     * @param shape the dimensions, outermost first
     * @return the spec
     * @throws IllegalArgumentException as the constructor
     */
    public static TensorSpec of(String name, int... shape) {
        List<Integer> dimensions = new ArrayList<>(shape.length);
        for (int dimension : shape) {
            dimensions.add(dimension);
        }
        return new TensorSpec(name, dimensions);
    }

    /**
     * Returns how many numbers the tensor holds: the product of its dimensions, 1 if it has none.
     *
     * @return the number of values
     */
    public int size() {
        return sizeOf(name, shape);
    }

    /** Returns the name and the shape: {@code conv/kernel [3, 3, 1, 32]}. */
    @Override
    public String toString() {
        return name + " " + shape;
    }

    private static int sizeOf(String name, List<Integer> shape) {
        // A 0 anywhere makes the tensor empty, however large the other dimensions are.
        long size = shape.contains(0) ? 0 : 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("'" + name + "' has a negative dimension: " + shape);
            }
            size *= dimension;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "'" + name + "' " + shape + " holds more than " + Integer.MAX_VALUE + " numbers");
            }
        }
        return (int) size;
    }
}
