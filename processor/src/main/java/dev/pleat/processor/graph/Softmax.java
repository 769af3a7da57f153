package dev.pleat.processor.graph;

import java.util.List;

/**
 * {@code exp(x) / Σ exp(x)} along one axis.
 *
 * @param axis counts from 0 in the sample's shape
 */
public record Softmax(int axis) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public String toString() {
        return "softmax axis " + axis;
    }
}
