package dev.pleat.processor.graph;

import java.util.List;

/** The same elements in another shape. */
public record Reshape(Shape target) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        if (inputs.get(0).count() != target.count()) {
            throw new ShapeMismatch("cannot turn %s into %s", inputs.get(0), target);
        }
        return target;
    }

    @Override
    public String toString() {
        return "reshape";
    }
}
