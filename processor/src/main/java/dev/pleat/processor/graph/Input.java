package dev.pleat.processor.graph;

import java.util.List;

/**
 * A value that the caller gives.
 *
 * @param shape without the batch dimension
 */
public record Input(Shape shape) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return shape;
    }

    @Override
    public String toString() {
        return "input";
    }
}
