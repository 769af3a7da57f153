package dev.pleat.processor.graph;

import java.util.List;
import java.util.Locale;

/**
 * An elementwise function.
 *
 * @param kind which
 * @param parameters in the order that {@link Kind} states
 */
public record Activation(Kind kind, List<Double> parameters) {

    /** The function of nothing: {@code f(x) = x}. */
    public static final Activation LINEAR = new Activation(Kind.LINEAR);

    /** {@code max(x, 0)}. */
    public static final Activation RELU = relu(0, Double.POSITIVE_INFINITY, 0);

    public Activation {
        parameters = List.copyOf(parameters);
        if (parameters.size() != kind.parameters) {
            throw new IllegalArgumentException(kind + " takes " + kind.parameters + " parameters: " + parameters);
        }
    }

    public Activation(Kind kind, Double... parameters) {
        this(kind, List.of(parameters));
    }

    /** Returns Keras's {@code ReLU(max_value, negative_slope, threshold)}, which leaky relu and relu6 are too. */
    public static Activation relu(double negativeSlope, double maxValue, double threshold) {
        return new Activation(Kind.RELU, negativeSlope, maxValue, threshold);
    }

    /** Returns whether the function changes nothing. */
    public boolean isLinear() {
        return kind == Kind.LINEAR;
    }

    /** Returns whether it does nothing but clip: from below at 0 or not at all, and from above at any bound. */
    public boolean isClip() {
        return isLinear() || kind == Kind.RELU && parameter(0) == 0 && parameter(2) == 0;
    }

    /** Returns one parameter, in the order in which the function takes them. */
    public double parameter(int index) {
        return parameters.get(index);
    }

    /** Returns the function as the dump shows it, {@code relu} or {@code elu(1.5)}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return parameters.isEmpty() || equals(RELU)
                ? name
                : name + parameters.toString().replace('[', '(').replace(']', ')');
    }

    /** The functions, with the number of their parameters. */
    public enum Kind {
        LINEAR(0),
        /** Negative slope, maximum, threshold. */
        RELU(3),
        /** Alpha. */
        ELU(1),
        SELU(0),
        GELU(0),
        GELU_TANH(0),
        SIGMOID(0),
        HARD_SIGMOID(0),
        HARD_SIGMOID_KERAS2(0),
        TANH(0),
        SOFTPLUS(0),
        SOFTSIGN(0),
        SWISH(0),
        HARD_SWISH(0),
        MISH(0),
        EXPONENTIAL(0);

        private final int parameters;

        Kind(int parameters) {
            this.parameters = parameters;
        }
    }
}
