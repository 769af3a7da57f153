package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.LayerNorm;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import dev.pleat.processor.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the normalization layers. */
final class Norms {

    /** TensorFlow's fused kernel raises smaller epsilons to this (tensorflow#37768). */
    private static final double CONTRIB_EPSILON_FLOOR = 1.001e-5;

    /** Keras's {@code backend.epsilon()}, the least deviation that {@code Normalization} divides by. */
    private static final double KERAS_EPSILON = 1e-7;

    private Norms() {}

    static void batchNormalization(LayerContext layer) {
        int axis = layer.integer("axis");
        double epsilon = epsilon(layer);
        layer.finite("momentum");
        boolean center = layer.flag("center");
        boolean scale = layer.flag("scale");
        int index = layer.axis("axis", axis, layer.input());
        int channels = layer.input().dim(index);
        Scaling norm = Scaling.BatchNorm.of(layer.path(), channels, epsilon, center, scale);
        layer.chain().then("norm", new Scale(index, List.of(norm))).finish();
    }

    /** Reads {@code tf.contrib.layers.batch_norm}; see batch norm's migration table for where it differs. */
    static void contribBatchNorm(LayerContext layer) {
        layer.finite("decay");
        double epsilon = Math.max(epsilon(layer), CONTRIB_EPSILON_FLOOR);
        boolean center = layer.flag("center");
        boolean scale = layer.flag("scale");
        if (layer.flag("isTraining")) {
            layer.problem(Problem.IS_TRAINING, "isTraining");
        }
        String format = layer.text("dataFormat");
        if (!format.equals("NHWC") && !format.equals("NCHW")) {
            layer.problem(Problem.NOT_ONE_OF, "dataFormat", "dataFormat", format, "\"NHWC\", \"NCHW\"");
        }
        Activations.check(layer, "activationFn");
        Shape shape = layer.input();
        int index = format.equals("NCHW") ? 0 : shape.rank() - 1;
        Scaling norm = Scaling.BatchNorm.of(layer.path(), shape.dim(index), epsilon, center, scale);
        Chain chain = layer.chain().then("norm", new Scale(index, List.of(norm)));
        Activations.attribute(layer, "activationFn", chain);
        chain.finish();
    }

    private static double epsilon(LayerContext layer) {
        double epsilon = layer.finite("epsilon");
        if (epsilon <= 0) {
            layer.problem(Problem.EPSILON_NOT_POSITIVE, "epsilon", epsilon);
        }
        return epsilon;
    }

    static void rescaling(LayerContext layer) {
        double[] scale = layer.numbers("scale");
        double[] offset = layer.numbers("offset");
        Shape shape = layer.input();
        int channels = shape.last();
        checkLength(layer, "scale", scale, channels);
        checkLength(layer, "offset", offset, channels);
        int length = Math.max(scale.length, offset.length);
        Scaling constant = new Scaling.Constant(layer.path(), channels, spread(scale, length), spread(offset, length));
        layer.chain()
                .then("scale", new Scale(shape.rank() - 1, List.of(constant)))
                .finish();
    }

    private static void checkLength(LayerContext layer, String attribute, double[] values, int channels) {
        if (values.length != 1 && values.length != channels) {
            throw layer.refuse(Problem.STATISTICS_LENGTH, attribute, values.length, attribute, channels);
        }
    }

    private static List<Double> spread(double[] values, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> values[values.length == 1 ? 0 : i])
                .toList();
    }

    static void normalization(LayerContext layer) {
        layer.integers("axis");
        boolean invert = layer.flag("invert");
        double[] mean = layer.numbers("mean");
        double[] variance = layer.numbers("variance");
        if ((mean.length == 0) != (variance.length == 0)) {
            String present = mean.length == 0 ? "variance" : "mean";
            String absent = mean.length == 0 ? "mean" : "variance";
            layer.problem(Problem.CONTRADICTION, present, present, "the absence of " + absent, "give both or none");
        }
        Shape shape = layer.input();
        int[] axes = layer.axes("axis", shape);
        List<Integer> order = Axes.toBack(axes, shape.rank());
        Chain chain = layer.chain();
        chain.permute("axes_last", order);
        Shape permuted = chain.shape();
        int kept = shape.rank() - axes.length;
        int channels = permuted.product(kept, permuted.rank());
        int[] statistics = Arrays.stream(axes).map(shape::dim).toArray();
        Scaling scaling = mean.length == 0
                ? new Scaling.Normalization(
                        layer.path(),
                        channels,
                        invert,
                        layer.param("mean", statistics),
                        layer.param("variance", statistics))
                : constant(layer, mean, variance, invert, channels);
        Shape merged = axes.length == 1 ? permuted : Shape.of(permuted.product(0, kept), channels);
        chain.reshape("merged", merged).then("scale", new Scale(merged.rank() - 1, List.of(scaling)));
        chain.reshape("split", permuted)
                .permute("axes_back", Axes.inverse(order))
                .finish();
    }

    private static Scaling constant(
            LayerContext layer, double[] mean, double[] variance, boolean invert, int channels) {
        checkLength(layer, "mean", mean, channels);
        checkLength(layer, "variance", variance, channels);
        double[] scale = new double[Math.max(mean.length, variance.length)];
        double[] shift = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            double m = mean[mean.length == 1 ? 0 : i];
            double v = variance[variance.length == 1 ? 0 : i];
            if (v < 0) {
                throw layer.refuse(Problem.VARIANCE_NEGATIVE, "variance", v);
            }
            double deviation = Math.max(Math.sqrt(v), KERAS_EPSILON);
            scale[i] = invert ? deviation : 1 / deviation;
            shift[i] = invert ? m : -m / deviation;
        }
        return new Scaling.Constant(layer.path(), channels, spread(scale, scale.length), spread(shift, shift.length));
    }

    static void layerNormalization(LayerContext layer) {
        int[] given = layer.integers("axis");
        double epsilon = epsilon(layer);
        boolean center = layer.flag("center");
        boolean scale = layer.flag("scale");
        Shape shape = layer.input();
        int[] axes = layer.axes("axis", shape);
        if (axes.length == 0) {
            throw layer.refuse(Problem.WRONG_COUNT, "axis", 0, "axis", "1 or more");
        }
        // Keras shapes the weights in the order given, but reads them in the order of the input's axes.
        int[] normalized = Arrays.stream(given)
                .map(axis -> shape.dim(layer.axis("axis", axis, shape)))
                .toArray();
        Optional<Param> gamma = scale ? Optional.of(layer.param("gamma", normalized)) : Optional.empty();
        Optional<Param> beta = center ? Optional.of(layer.param("beta", normalized)) : Optional.empty();
        List<Integer> order = Axes.toBack(axes, shape.rank());
        layer.chain()
                .permute("axes_last", order)
                .then("norm", new LayerNorm(axes.length, epsilon, gamma, beta))
                .permute("axes_back", Axes.inverse(order))
                .finish();
    }
}
