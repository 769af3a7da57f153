package dev.pleat.processor.graph;

import java.util.List;

/**
 * One multiplication and addition per channel of an axis.
 *
 * @param axis counts from 0 in the sample's shape
 * @param scalings in the order in which they apply
 */
public record Scale(int axis, List<Scaling> scalings) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<Param> params() {
        return scalings.stream().flatMap(scaling -> scaling.params().stream()).toList();
    }

    @Override
    public String toString() {
        return "scale axis " + axis + " by " + scalings;
    }
}
