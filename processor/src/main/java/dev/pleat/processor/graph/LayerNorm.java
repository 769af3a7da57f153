package dev.pleat.processor.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code γ·(x − mean) / √(variance + ε) + β} with the statistics of the last axes of the value itself.
 *
 * @param axes how many of the last axes are normalized together
 */
public record LayerNorm(int axes, double epsilon, Optional<Param> gamma, Optional<Param> beta) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<Param> params() {
        return Stream.concat(gamma.stream(), beta.stream()).toList();
    }

    @Override
    public String toString() {
        return "layer norm of " + axes + " axes" + params();
    }
}
