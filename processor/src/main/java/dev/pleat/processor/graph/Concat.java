package dev.pleat.processor.graph;

import java.util.List;

/**
 * Values one behind the other along an axis.
 *
 * @param axis counts from 0 in the sample's shape
 */
public record Concat(int axis) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape first = inputs.get(0);
        int sum = 0;
        for (Shape shape : inputs) {
            if (shape.rank() != first.rank() || !shape.with(axis, 1).equals(first.with(axis, 1))) {
                throw new ShapeMismatch("joins shapes that differ in more than axis %d: %s", axis + 1, inputs);
            }
            sum = Math.addExact(sum, shape.dim(axis));
        }
        return first.with(axis, sum);
    }

    @Override
    public String toString() {
        return "concat axis " + axis;
    }
}
