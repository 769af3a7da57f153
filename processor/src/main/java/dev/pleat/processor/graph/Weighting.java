package dev.pleat.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a linear layer multiplies by: {@code after(W · before(x) + b)}. The scalings cost nothing when the model runs:
 * they are multiplied into the kernel and the bias when it is loaded.
 *
 * @param kernel in Keras's layout
 * @param bias absent if the layer has none
 * @param before scalings of the input channels, in the order in which they apply
 * @param after scalings of the output channels, in the order in which they apply
 */
public record Weighting(Param kernel, Optional<Param> bias, List<Scaling> before, List<Scaling> after) {

    public Weighting {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Returns unscaled weights. */
    public static Weighting of(Param kernel, Optional<Param> bias) {
        return new Weighting(kernel, bias, List.of(), List.of());
    }

    /** Returns these weights with a scaling applied to what comes in, before the others. */
    public Weighting precededBy(List<Scaling> scalings) {
        return new Weighting(kernel, bias, concat(scalings, before), after);
    }

    /** Returns these weights with scalings applied to what comes out, after the others. */
    public Weighting followedBy(List<Scaling> scalings) {
        return new Weighting(kernel, bias, before, concat(after, scalings));
    }

    List<Param> params() {
        List<Param> params = new ArrayList<>();
        params.add(kernel);
        bias.ifPresent(params::add);
        Stream.concat(before.stream(), after.stream()).forEach(scaling -> params.addAll(scaling.params()));
        return params;
    }

    /** Returns the weights as {@code conv/kernel[3, 3, 1, 32] + conv/bias[32] folding norm}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(kernel);
        bias.ifPresent(b -> text.append(" + ").append(b));
        if (!before.isEmpty()) {
            text.append(" absorbing ").append(before);
        }
        if (!after.isEmpty()) {
            text.append(" folding ").append(after);
        }
        return text.toString();
    }

    static List<Scaling> concat(List<Scaling> first, List<Scaling> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
