package dev.pleat.formats.keras;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Normalisations and scaling. */
final class Norms {
    /** What TensorFlow's fused kernel raised smaller epsilons to. */
    private static final double LEAST_EPSILON = 1.001e-5;

    private Norms() {}

    /** {@code BatchNormalization}. */
    static void batch(Call call) throws IOException {
        Attributes attributes = call.attributes();
        TrainingOnly.refuseTraining(call);
        attributes.only("mode", 0);
        attributes.ignore("momentum", "synchronized", "fused", "virtual_batch_size");
        attributes.ignore("renorm", "renorm_clipping", "renorm_momentum", "adjustment");
        boolean center = attributes.flag("center", true);
        boolean scale = attributes.flag("scale", true);
        double epsilon = epsilon(call);
        int axis = axis(call);
        Map<String, Tensor> weights = call.weights(
                WeightRoles.of("gamma", scale, "beta", center, "moving_mean", true, "moving_variance", true));
        int dimension = Axes.dimension(axis, call.shape());
        int channels = dimension < 0 ? -1 : call.shape()[dimension];
        weights.replaceAll((name, weight) -> flat(weight));
        weights.keySet().forEach(name -> call.check(weights, name, channels));
        Statistics.check(call, weights, epsilon);
        Map<String, Object> values = new LinkedHashMap<>();
        if (axis != -1) {
            values.put("axis", axis);
        }
        values.put("epsilon", epsilon);
        if (!center) {
            values.put("center", false);
        }
        if (!scale) {
            values.put("scale", false);
        }
        call.add("BatchNormalization", values, weights);
    }

    private static double epsilon(Call call) {
        Attributes attributes = call.attributes();
        if (!attributes.has("epsilon") && call.origin().major() == 1) {
            attributes.problem("epsilon is missing, whose default changed within Keras 1");
        }
        double epsilon = attributes.number("epsilon", 0.001);
        // The fused kernel was there for images only.
        boolean fused = call.shape() == null || call.shape().length == 3;
        if (call.options().raiseEpsilon() && fused && epsilon < LEAST_EPSILON) {
            attributes.note("epsilon = %s is raised to %s".formatted(epsilon, LEAST_EPSILON));
            epsilon = LEAST_EPSILON;
        }
        return epsilon;
    }

    // A list of one axis is that axis. With virtual batches, Keras 2 saves the axis one too high.
    private static int axis(Call call) {
        Attributes attributes = call.attributes();
        if (attributes.raw("axis") instanceof List<?> list && list.size() != 1) {
            attributes.refuse("axis", "are several axes, but the language normalises one");
            return -1;
        }
        boolean saved = attributes.raw("axis") instanceof List<?>;
        if (saved && attributes.has("virtual_batch_size")) {
            int axis = attributes.integer("axis", -1);
            if (axis > 1) {
                attributes.note(
                        "axis = %d counts the dimension of the virtual batch, so it is %d".formatted(axis, axis - 1));
                return checked(call, axis - 1);
            }
        }
        return Axes.of(call, "axis", -1)[0];
    }

    private static int checked(Call call, int axis) {
        int[] shape = call.shape();
        if (shape != null && axis > shape.length) {
            call.attributes().refuse("axis", "names no axis of " + Arrays.toString(shape));
            return -1;
        }
        return axis;
    }

    // Where the axis was a list, or the graph fused, the file may have 1 in all other dimensions.
    private static Tensor flat(Tensor weight) {
        long longer = weight.shape().stream().filter(length -> length != 1).count();
        return weight.shape().size() > 1 && longer <= 1 ? Kernels.reshaped(weight, weight.values().length) : weight;
    }

    /** {@code LayerNormalization}. */
    static void layer(Call call) throws IOException {
        Attributes attributes = call.attributes();
        attributes.only("rms_scaling", false);
        boolean center = attributes.flag("center", true);
        boolean scale = attributes.flag("scale", true);
        int[] axes = Axes.of(call, "axis", -1);
        Map<String, Tensor> weights = call.weights(WeightRoles.of("gamma", scale, "beta", center));
        if (call.shape() != null) {
            // Keras names the dimensions in the order of the axes, as the language does.
            int[] lengths = Arrays.stream(axes)
                    .map(axis -> call.shape()[Axes.dimension(axis, call.shape())])
                    .toArray();
            weights.keySet().forEach(name -> call.check(weights, name, lengths));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (!Arrays.equals(axes, new int[] {-1})) {
            values.put("axis", axes);
        }
        values.put("epsilon", attributes.number("epsilon", 0.001));
        if (!center) {
            values.put("center", false);
        }
        if (!scale) {
            values.put("scale", false);
        }
        call.add("LayerNormalization", values, weights);
    }

    /** {@code Normalization}. */
    static void standard(Call call) throws IOException {
        Attributes attributes = call.attributes();
        attributes.ignore("count");
        boolean none = attributes.raw("axis") == null && attributes.explicit("axis")
                || List.of().equals(attributes.raw("axis"));
        int[] axes = none ? new int[0] : Axes.of(call, "axis", -1);
        Map<String, Object> values = new LinkedHashMap<>();
        if (!Arrays.equals(axes, new int[] {-1})) {
            values.put("axis", axes);
        }
        Map<String, Tensor> weights = Map.of();
        if (attributes.has("mean") || attributes.has("variance")) {
            values.put("mean", attributes.numbers("mean"));
            values.put("variance", attributes.numbers("variance"));
        } else {
            Map<String, Tensor> read = call.weights(List.of("mean", "variance"));
            if (call.shape() != null) {
                int[] kept = kept(axes, call.shape());
                read.replaceAll((name, weight) ->
                        weight.values().length == Shapes.size(kept) ? Kernels.reshaped(weight, kept) : weight);
                read.keySet().forEach(name -> call.check(read, name, kept));
            }
            weights = read;
        }
        if (attributes.flag("invert", false)) {
            values.put("invert", true);
        }
        call.add("Normalization", values, weights);
    }

    private static int[] kept(int[] axes, int... shape) {
        return Arrays.stream(axes)
                .map(axis -> Axes.dimension(axis, shape))
                .sorted()
                .map(dimension -> shape[dimension])
                .toArray();
    }

    /** {@code Rescaling}. */
    static void rescaling(Call call) {
        Attributes attributes = call.attributes();
        if (!attributes.has("scale")) {
            attributes.problem("scale is missing");
        }
        double[] scale = attributes.numbers("scale");
        double[] offset = attributes.numbers("offset");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("scale", scale.length == 0 ? new double[] {1} : scale);
        if (offset.length > 0) {
            values.put("offset", offset);
        }
        int[] shape = call.shape();
        int last = shape == null || shape.length == 0 ? -1 : shape[shape.length - 1];
        for (String key : List.of("scale", "offset")) {
            int length = attributes.numbers(key).length;
            if (length > 1 && last > 0 && length != last) {
                attributes.refuse(key, "has %d numbers for a last axis of %d".formatted(length, last));
            }
        }
        call.add("Rescaling", values, Map.of());
    }
}
