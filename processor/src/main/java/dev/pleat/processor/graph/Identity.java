package dev.pleat.processor.graph;

import java.util.List;

/**
 * What does nothing at inference.
 *
 * @param layer the layer's kind, as {@code dropout}
 */
public record Identity(String layer) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public String toString() {
        return layer;
    }
}
