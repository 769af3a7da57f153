package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Layers that are activation functions, and the function that other layers end with. */
final class ActivationReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        int[] shape = inputs.get(0);
        if (layer.type().equals("Softmax")) {
            int[] axes = layer.integers("axis", -1);
            Illegal.unless(axes.length > 0 && Axes.dimensions(axes, shape.length).length > 0, "no axis");
        }
        return shape;
    }

    @Override
    public Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        if (!layer.type().equals("PReLU")) {
            return Map.of();
        }
        int[] shape = inputs.get(0).clone();
        for (int dimension : Axes.dimensions(layer.integers("sharedAxes"), shape.length)) {
            shape[dimension] = 1;
        }
        return Map.of("alpha", shape);
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        return switch (layer.type()) {
            case "Activation" -> activate(layer, layer.text("value", null), x);
            case "ReLU" -> map(x, relu(layer));
            case "LeakyReLU" -> map(x, v -> v < 0 ? layer.number("negativeSlope", 0.3) * v : v);
            case "ELU" -> map(x, v -> ActivationFunctions.apply("ELU", v, 0, layer.number("alpha", 1)));
            case "PReLU" -> prelu(layer, x, weights.get("alpha"));
            default -> softmax(x, layer.integers("axis", -1));
        };
    }

    /** {@return {@code x} after the function that ends {@code layer}, whose attributes have its parameters} */
    static Tensor activate(LayerSpec layer, String function, Tensor x) {
        if (function.equals("SOFTMAX")) {
            return softmax(x, -1);
        }
        double negativeSlope = layer.number("negativeSlope", 0.2);
        double alpha = layer.number("alpha", 1);
        return map(x, v -> ActivationFunctions.apply(function, v, negativeSlope, alpha));
    }

    // Keras computes relu((x > threshold ? x : 0), maxValue) - negativeSlope · relu(threshold - x).
    private static DoubleUnaryOperator relu(LayerSpec layer) {
        double threshold = layer.number("threshold", 0);
        double slope = layer.number("negativeSlope", 0);
        double max = layer.number("maxValue", Double.POSITIVE_INFINITY);
        return x -> x > threshold ? Math.min(x, max) : slope * (x - threshold);
    }

    private static Tensor prelu(LayerSpec layer, Tensor x, Tensor alpha) {
        int[] shared = Axes.dimensions(layer.integers("sharedAxes"), x.shape().length);
        int[] places = Axes.places(x.shape(), Axes.others(shared, x.shape().length));
        double[] y = new double[places.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x.data()[i] < 0 ? alpha.data()[places[i]] * x.data()[i] : x.data()[i];
        }
        return new Tensor(x.shape(), y);
    }

    private static Tensor softmax(Tensor x, int... axes) {
        int rank = x.shape().length;
        int[] places = Axes.places(x.shape(), Axes.others(Axes.dimensions(axes, rank), rank));
        int groups = Arrays.stream(places).max().orElse(0) + 1;
        double[] largest = new double[groups];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < places.length; i++) {
            largest[places[i]] = Math.max(largest[places[i]], x.data()[i]);
        }
        double[] sum = new double[groups];
        double[] y = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            y[i] = Math.exp(x.data()[i] - largest[places[i]]);
            sum[places[i]] += y[i];
        }
        for (int i = 0; i < places.length; i++) {
            y[i] /= sum[places[i]];
        }
        return new Tensor(x.shape(), y);
    }

    private static Tensor map(Tensor x, DoubleUnaryOperator function) {
        return new Tensor(x.shape(), Arrays.stream(x.data()).map(function).toArray());
    }
}
