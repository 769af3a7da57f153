package dev.pleat.processor.graph;

import java.util.List;
import java.util.Locale;

/** Several values combined element by element, dimensions of 1 repeated to fit. All inputs have the same rank. */
public record Merge(Kind kind) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape result = inputs.get(0);
        for (Shape shape : inputs) {
            if (shape.rank() != result.rank()) {
                throw new ShapeMismatch("combines values of different rank: %s", inputs);
            }
            for (int i = 0; i < shape.rank(); i++) {
                if (result.dim(i) == 1) {
                    result = result.with(i, shape.dim(i));
                } else if (shape.dim(i) != 1 && shape.dim(i) != result.dim(i)) {
                    throw new ShapeMismatch("cannot bring %s and %s to one shape", result, shape);
                }
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** How. */
    public enum Kind {
        ADD,
        SUBTRACT,
        MULTIPLY,
        AVERAGE,
        MAXIMUM,
        MINIMUM
    }
}
