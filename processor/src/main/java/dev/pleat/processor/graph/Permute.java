package dev.pleat.processor.graph;

import java.util.List;

/**
 * The axes in another order: axis {@code i} of the result is axis {@code dims.get(i)} of the input, from 0.
 */
public record Permute(List<Integer> dims) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        return new Shape(dims.stream().map(x::dim).toList());
    }

    @Override
    public String toString() {
        return "permute " + dims;
    }
}
