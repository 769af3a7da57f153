package dev.pleat.processor.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One multiplication and one addition per channel, {@code y[c] = scale[c]·x[c] + shift[c]}, whose numbers are computed
 * when the model is loaded: a batch norm, a normalization, a rescaling.
 */
public sealed interface Scaling {

    /** Returns how many channels it scales. */
    int channels();

    /** Returns the name of the layer it came from. */
    String layer();

    /** Returns whether every scale is positive whatever the weights are, so that it commutes with a maximum. */
    boolean increasing();

    /** Returns whether every shift is zero whatever the weights are, so that zero padding stays zero. */
    boolean shiftless();

    /** Returns the weights that the scaling is made of. */
    default List<Param> params() {
        return List.of();
    }

    /**
     * A batch norm with moving statistics: {@code γ·(x − μ) / √(σ² + ε) + β}.
     *
     * @param layer the layer's path, which its weights' names begin with
     * @param gamma absent if the layer does not scale
     * @param beta absent if the layer does not center
     */
    record BatchNorm(
            String layer,
            int channels,
            double epsilon,
            Optional<Param> gamma,
            Optional<Param> beta,
            Param mean,
            Param variance)
            implements Scaling {

        /** Returns the norm of a layer, with its weights named as Keras names them. */
        public static BatchNorm of(String layer, int channels, double epsilon, boolean center, boolean scale) {
            Shape shape = Shape.of(channels);
            return new BatchNorm(
                    layer,
                    channels,
                    epsilon,
                    scale ? Optional.of(new Param(layer + "/gamma", shape)) : Optional.empty(),
                    center ? Optional.of(new Param(layer + "/beta", shape)) : Optional.empty(),
                    new Param(layer + "/moving_mean", shape),
                    new Param(layer + "/moving_variance", shape));
        }

        @Override
        public boolean increasing() {
            return gamma.isEmpty();
        }

        @Override
        public boolean shiftless() {
            return false;
        }

        @Override
        public List<Param> params() {
            return Stream.concat(Stream.concat(gamma.stream(), beta.stream()), Stream.of(mean, variance))
                    .toList();
        }

        @Override
        public String toString() {
            return layer;
        }
    }

    /**
     * Keras's {@code Normalization} with statistics from the weights.
     *
     * @param invert whether it takes the normalization back
     */
    record Normalization(String layer, int channels, boolean invert, Param mean, Param variance) implements Scaling {

        /** Returns the normalization of a layer, with its weights named as Keras names them. */
        public static Normalization of(String layer, int channels, boolean invert) {
            Shape shape = Shape.of(channels);
            return new Normalization(
                    layer, channels, invert, new Param(layer + "/mean", shape), new Param(layer + "/variance", shape));
        }

        @Override
        public boolean increasing() {
            return true;
        }

        @Override
        public boolean shiftless() {
            return false;
        }

        @Override
        public List<Param> params() {
            return List.of(mean, variance);
        }

        @Override
        public String toString() {
            return layer;
        }
    }

    /**
     * Numbers that the model's source states.
     *
     * @param scale one per channel, or one for all
     * @param shift as many
     */
    record Constant(String layer, int channels, List<Double> scale, List<Double> shift) implements Scaling {

        public Constant {
            scale = List.copyOf(scale);
            shift = List.copyOf(shift);
        }

        @Override
        public boolean increasing() {
            return scale.stream().allMatch(s -> s > 0);
        }

        @Override
        public boolean shiftless() {
            return shift.stream().allMatch(t -> t == 0);
        }

        @Override
        public String toString() {
            return layer;
        }
    }

    /**
     * A scaling whose channels come round several times, as behind a flatten: element {@code i} is scaled as channel
     * {@code i % of.channels()}.
     */
    record Tiled(Scaling of, int times) implements Scaling {

        @Override
        public int channels() {
            return of.channels() * times;
        }

        @Override
        public String layer() {
            return of.layer();
        }

        @Override
        public boolean increasing() {
            return of.increasing();
        }

        @Override
        public boolean shiftless() {
            return of.shiftless();
        }

        @Override
        public List<Param> params() {
            return of.params();
        }

        @Override
        public String toString() {
            return of + "×" + times;
        }
    }
}
