package dev.pleat.processor.graph;

import java.util.List;

/** A value several times in a row: {@code [n] → [times, n]}. */
public record Repeat(int times) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        return Shape.of(times, x.size());
    }

    @Override
    public String toString() {
        return "repeat " + times;
    }
}
