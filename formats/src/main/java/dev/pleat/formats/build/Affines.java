package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Makes layers of multiplications and additions of constants, as few as there can be. */
final class Affines {
    /** An epsilon that, with the variance that adds up to 1, makes a batch norm a plain scaling without any rounding. */
    private static final double EPSILON = 1.0 / 1024;

    private static final Set<String> LINEAR = Set.of(
            "Dense", "Conv1D", "Conv2D", "DepthwiseConv1D", "DepthwiseConv2D", "Conv1DTranspose", "Conv2DTranspose");

    /** As many channels as can be written into the source and still be read. */
    private static final int READABLE = 4;

    private Affines() {}

    static boolean isLinear(Draft draft) {
        return LINEAR.contains(draft.layer().annotation())
                && !draft.layer().attributes().containsKey("activation");
    }

    static boolean isScalar(Draft draft) {
        return draft.is(Draft.AFFINE) && draft.integer("axis", -1) < 0;
    }

    /** Composes those that follow each other along the same axis. */
    static void compose(Network network) {
        for (Draft draft : network.all()) {
            if (!draft.is(Draft.AFFINE)) {
                continue;
            }
            Draft first = network.get(network.get(draft.name()).input());
            if (first.is(Draft.AFFINE) && network.hasOneReader(first.name())) {
                Draft composed = composed(first, draft);
                if (composed != null) {
                    network.remove(first.name());
                    network.replace(composed);
                }
            }
        }
    }

    private static Draft composed(Draft first, Draft second) {
        int firstAxis = first.integer("axis", -1);
        int secondAxis = second.integer("axis", -1);
        if (firstAxis >= 0 && secondAxis >= 0 && firstAxis != secondAxis) {
            return null;
        }
        int axis = Math.max(firstAxis, secondAxis);
        int n = Math.max(first.numbers("scale").length, second.numbers("scale").length);
        double[] scale = new double[n];
        double[] shift = new double[n];
        for (int i = 0; i < n; i++) {
            double outer = at(second.numbers("scale"), i);
            scale[i] = outer * at(first.numbers("scale"), i);
            shift[i] = outer * at(first.numbers("shift"), i) + at(second.numbers("shift"), i);
        }
        Map<String, Object> attributes = new Attributes()
                .set("axis", axis)
                .set("scale", scale)
                .set("shift", shift)
                .map();
        return second.as(Draft.AFFINE, attributes).reading(first.layer().inputs());
    }

    private static double at(double[] numbers, int i) {
        return numbers[numbers.length == 1 ? 0 : i];
    }

    /** Makes those that follow a layer norm its gamma and beta. */
    static void intoNorms(Network network) {
        for (Draft draft : network.all()) {
            if (!draft.is(Draft.AFFINE)) {
                continue;
            }
            Draft norm = network.get(draft.input());
            boolean plain = norm.is("LayerNormalization")
                    && norm.layer().weights().isEmpty()
                    && !norm.layer().attributes().containsKey("axis")
                    && network.hasOneReader(norm.name());
            if (plain && draft.integer("axis", -1) == norm.shape().rank() - 1) {
                Draft whole = norm.with("center", null).with("scale", null);
                whole = whole.weighing("gamma", tensor(draft.numbers("scale")));
                network.merge(norm, draft, whole.weighing("beta", tensor(draft.numbers("shift"))));
            }
        }
    }

    /** Makes additions after a linear layer without bias its bias. */
    static void intoBiases(Network network) {
        for (Draft draft : network.all()) {
            if (!draft.is(Draft.AFFINE) || !network.has(draft.name())) {
                continue;
            }
            Draft linear = network.get(network.get(draft.name()).input());
            int axis = draft.integer("axis", -1);
            boolean adds = isAll(draft.numbers("scale"), 1) && (axis < 0 || axis == channelAxis(linear));
            if (adds
                    && isLinear(linear)
                    && !linear.layer().weights().containsKey("bias")
                    && network.hasOneReader(linear.name())) {
                double[] shift = draft.numbers("shift");
                int channels = linear.shape().get(channelAxis(linear));
                double[] bias = IntStream.range(0, channels)
                        .mapToDouble(i -> at(shift, i))
                        .toArray();
                network.merge(linear, draft, linear.with("useBias", null).weighing("bias", tensor(bias)));
            }
        }
    }

    private static int channelAxis(Draft draft) {
        boolean first = draft.layer().attributes().get("dataFormat") == DataFormat.CHANNELS_FIRST;
        return first ? 0 : draft.shape().rank() - 1;
    }

    private static Tensor tensor(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return Tensor.of(floats, floats.length);
    }

    private static boolean isAll(double[] numbers, double value) {
        return DoubleStream.of(numbers).allMatch(n -> n == value);
    }

    /** Makes layers of those that are left. */
    static void realise(Network network) {
        for (Draft draft : network.all()) {
            if (!draft.is(Draft.AFFINE)) {
                continue;
            }
            double[] scale = draft.numbers("scale");
            double[] shift = draft.numbers("shift");
            int axis = draft.integer("axis", -1);
            boolean finite = DoubleStream.concat(DoubleStream.of(scale), DoubleStream.of(shift))
                    .allMatch(n -> Double.isFinite(n) && Float.isFinite((float) n));
            if (!finite) {
                throw NotExpressible.of(
                        Map.of(draft.layer().origin(), "multiplies or adds constants that are not finite"));
            }
            boolean identity = isAll(scale, 1) && isAll(shift, 0);
            if (identity && network.isOutput(draft.name())) {
                network.replace(draft.as("Identity", Map.of()));
            } else if (identity) {
                network.bypass(draft.name(), network.get(draft.name()).input());
            } else if (axis < 0 || axis == draft.shape().rank() - 1 && scale.length <= READABLE) {
                network.replace(network.get(draft.name()).as("Rescaling", rescaling(scale, shift)));
            } else {
                network.replace(norm(network.get(draft.name()), scale, shift, axis));
            }
        }
    }

    private static Map<String, Object> rescaling(double[] scale, double[] shift) {
        Attributes attributes = new Attributes().set("scale", shortest(scale));
        return isAll(shift, 0)
                ? attributes.map()
                : attributes.set("offset", shortest(shift)).map();
    }

    private static double[] shortest(double[] numbers) {
        return isAll(numbers, numbers[0]) ? new double[] {numbers[0]} : numbers;
    }

    private static Draft norm(Draft draft, double[] scale, double[] shift, int axis) {
        boolean scales = !isAll(scale, 1);
        boolean centers = !isAll(shift, 0);
        Map<String, Object> attributes = new Attributes()
                .unless(draft.shape().rank(), "axis", axis + 1)
                .set("epsilon", EPSILON)
                .unless(true, "center", centers)
                .unless(true, "scale", scales)
                .map();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        if (scales) {
            weights.put("gamma", tensor(scale));
        }
        if (centers) {
            weights.put("beta", tensor(shift));
        }
        weights.put("moving_mean", tensor(new double[scale.length]));
        weights.put(
                "moving_variance",
                tensor(DoubleStream.generate(() -> 1 - EPSILON)
                        .limit(scale.length)
                        .toArray()));
        Draft norm = draft.as("BatchNormalization", attributes);
        for (Map.Entry<String, Tensor> weight : weights.entrySet()) {
            norm = norm.weighing(weight.getKey(), weight.getValue());
        }
        return norm;
    }
}
