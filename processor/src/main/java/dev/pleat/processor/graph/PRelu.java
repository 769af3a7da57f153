package dev.pleat.processor.graph;

import java.util.List;

/**
 * {@code x ≥ 0 ? x : alpha·x}.
 *
 * @param alpha of the input's shape, with 1 in the axes that share a slope
 */
public record PRelu(Param alpha) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<Param> params() {
        return List.of(alpha);
    }

    @Override
    public String toString() {
        return "prelu " + alpha;
    }
}
