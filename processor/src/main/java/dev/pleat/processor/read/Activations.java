package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Activation.Kind;
import dev.pleat.processor.graph.PRelu;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Softmax;
import java.util.Arrays;

/** Reads the activation layers, and the {@code activation} attribute of others. */
final class Activations {

    private Activations() {}

    /** Adds the function of a layer's {@code activation} attribute; a softmax runs along the last axis, as Keras's does. */
    static void attribute(LayerContext layer, String attribute, Chain chain) {
        function(layer, layer.text(attribute), chain);
    }

    /** Reports what is wrong with a function's parameters; those that it does not have may be anything. */
    static void check(LayerContext layer, String attribute) {
        String name = layer.text(attribute);
        if (!name.equals("SOFTMAX")) {
            elementwise(layer, name);
        }
    }

    private static void function(LayerContext layer, String name, Chain chain) {
        if (name.equals("SOFTMAX")) {
            chain.then("softmax", new Softmax(chain.shape().rank() - 1));
            return;
        }
        Activation function = elementwise(layer, name);
        if (!function.isLinear()) {
            chain.then("activation", new Activate(function));
        }
    }

    private static Activation elementwise(LayerContext layer, String name) {
        return switch (name) {
            case "RELU" -> Activation.RELU;
            case "RELU6" -> Activation.relu(0, 6, 0);
            case "LEAKY_RELU" -> Activation.relu(layer.finiteOr("negativeSlope", 0.2), Double.POSITIVE_INFINITY, 0);
            case "ELU" -> new Activation(Kind.ELU, layer.finiteOr("alpha", 1));
            case "SILU" -> new Activation(Kind.SWISH);
            default -> new Activation(Kind.valueOf(name));
        };
    }

    /** Returns whether the attribute names the softmax, which needs a whole axis. */
    static boolean isSoftmax(LayerContext layer, String attribute) {
        return layer.text(attribute).equals("SOFTMAX");
    }

    static void activation(LayerContext layer) {
        String function = layer.text("value");
        check(layer, "value");
        Chain chain = layer.chain();
        function(layer, function, chain);
        chain.finish();
    }

    static void relu(LayerContext layer) {
        double max = layer.number("maxValue");
        double slope = layer.finite("negativeSlope");
        double threshold = layer.finite("threshold");
        if (max < 0 || Double.isNaN(max)) {
            layer.problem(Problem.NEGATIVE, "maxValue", "maxValue", max);
        }
        if (slope < 0) {
            layer.problem(Problem.NEGATIVE, "negativeSlope", "negativeSlope", slope);
        }
        if (threshold < 0) {
            layer.problem(Problem.NEGATIVE, "threshold", "threshold", threshold);
        }
        layer.chain()
                .then("relu", new Activate(Activation.relu(slope, max, threshold)))
                .finish();
    }

    static void leakyRelu(LayerContext layer) {
        double slope = layer.finite("negativeSlope");
        layer.chain()
                .then("relu", new Activate(Activation.relu(slope, Double.POSITIVE_INFINITY, 0)))
                .finish();
    }

    static void elu(LayerContext layer) {
        double alpha = layer.finite("alpha");
        layer.chain().then("elu", new Activate(new Activation(Kind.ELU, alpha))).finish();
    }

    static void prelu(LayerContext layer) {
        layer.integers("sharedAxes");
        Shape shape = layer.input();
        Shape alpha = shape;
        for (int axis : layer.axes("sharedAxes", shape)) {
            alpha = alpha.with(axis, 1);
        }
        layer.chain()
                .then("prelu", new PRelu(layer.param("alpha", alpha.toArray())))
                .finish();
    }

    static void softmax(LayerContext layer) {
        layer.integers("axis");
        Shape shape = layer.input();
        int[] axes = layer.axes("axis", shape);
        if (axes.length == 0) {
            throw layer.refuse(Problem.WRONG_COUNT, "axis", 0, "axis", "1 or more");
        }
        Chain chain = layer.chain();
        if (axes.length == 1) {
            chain.then("softmax", new Softmax(axes[0])).finish();
            return;
        }
        var order = Axes.toBack(axes, shape.rank());
        chain.permute("axes_last", order);
        Shape permuted = chain.shape();
        int kept = shape.rank() - axes.length;
        int[] merged = Arrays.copyOf(permuted.toArray(), kept + 1);
        merged[kept] = permuted.product(kept, permuted.rank());
        chain.reshape("merged", Shape.of(merged)).then("softmax", new Softmax(kept));
        chain.reshape("split", permuted)
                .permute("axes_back", Axes.inverse(order))
                .finish();
    }
}
