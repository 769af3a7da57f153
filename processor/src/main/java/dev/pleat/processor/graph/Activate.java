package dev.pleat.processor.graph;

import java.util.List;

/** An elementwise function. */
public record Activate(Activation function) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public String toString() {
        return function.toString();
    }
}
