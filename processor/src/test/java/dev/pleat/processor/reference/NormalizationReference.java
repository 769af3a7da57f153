package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Batch norm, as Keras and as {@code tf.contrib} have it, layer norm, normalisation by given moments, and rescaling. */
final class NormalizationReference implements LayerReference {
    /** The least epsilon of TensorFlow 1's fused batch norm. */
    private static final double LEAST_EPSILON = 1.001e-5;

    /** What Keras's {@code Normalization} divides by at least: its {@code epsilon()}. */
    private static final double LEAST_DEVIATION = 1e-7;

    @Override
    public Set<String> types() {
        return Set.of("BatchNormalization", "ContribBatchNorm", "LayerNormalization", "Normalization", "Rescaling");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        int[] shape = inputs.get(0);
        if (layer.type().equals("Rescaling")) {
            int channels = shape[shape.length - 1];
            for (String attribute : List.of("scale", "offset")) {
                int given = layer.numbers(attribute, 0).length;
                Illegal.unless(given == 1 || given == channels, "'%s' has %d %ss", layer.name(), given, attribute);
            }
        } else {
            int size = Tensor.size(at(shape, dimensions(layer, shape.length)));
            int given = layer.numbers("mean").length;
            Illegal.unless(given <= 1 || given == size, "'%s' has %d means for %d", layer.name(), given, size);
            Illegal.unless(layer.numbers("variance").length == given, "'%s' has other variances", layer.name());
        }
        Illegal.unless(!layer.flag("isTraining", false), "'%s' trains", layer.name());
        return shape;
    }

    @Override
    public Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        int[] shape = inputs.get(0);
        Map<String, int[]> weights = new LinkedHashMap<>();
        if (layer.type().equals("Rescaling")) {
            return weights;
        }
        if (layer.type().equals("Normalization")) {
            if (layer.numbers("mean").length == 0) {
                int[] moments = at(shape, dimensions(layer, shape.length));
                weights.put("mean", moments);
                weights.put("variance", moments);
            }
            return weights;
        }
        int[] own = at(shape, dimensions(layer, shape.length));
        if (layer.type().equals("LayerNormalization")) {
            // Keras names the dimensions in the order of `axis`, but reads the numbers in that of the input.
            int[] axes = layer.integers("axis", -1);
            for (int i = 0; i < axes.length; i++) {
                own[i] = shape[Axes.dimension(axes[i], shape.length)];
            }
        }
        if (layer.flag("scale", !layer.type().equals("ContribBatchNorm"))) {
            weights.put("gamma", own);
        }
        if (layer.flag("center", true)) {
            weights.put("beta", own);
        }
        if (!layer.type().equals("LayerNormalization")) {
            weights.put("moving_mean", own);
            weights.put("moving_variance", own);
        }
        return weights;
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        return switch (layer.type()) {
            case "Rescaling" -> rescale(layer, x);
            case "Normalization" -> normalize(layer, x, weights);
            case "LayerNormalization" -> layerNorm(layer, x, weights);
            case "ContribBatchNorm" -> {
                double epsilon = Math.max(layer.number("epsilon", 0.001), LEAST_EPSILON);
                Tensor y = batchNorm(layer, x, weights, epsilon);
                yield ActivationReference.activate(layer, layer.text("activationFn", "LINEAR"), y);
            }
            default -> batchNorm(layer, x, weights, layer.number("epsilon", 0.001));
        };
    }

    private static Tensor batchNorm(LayerSpec layer, Tensor x, Map<String, Tensor> weights, double epsilon) {
        int[] places = Axes.places(x.shape(), dimensions(layer, x.shape().length));
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < places.length; i++) {
            double mean = weights.get("moving_mean").data()[places[i]];
            double variance = weights.get("moving_variance").data()[places[i]];
            double normal = (x.data()[i] - mean) / Math.sqrt(variance + epsilon);
            y.data()[i] = normal * gamma(weights, places[i]) + beta(weights, places[i]);
        }
        return y;
    }

    private static Tensor layerNorm(LayerSpec layer, Tensor x, Map<String, Tensor> weights) {
        int[] over = dimensions(layer, x.shape().length);
        int[] places = Axes.places(x.shape(), over);
        int[] groups = Axes.places(x.shape(), Axes.others(over, x.shape().length));
        int members = Tensor.size(at(x.shape(), over));
        double[] mean = new double[places.length / members];
        for (int i = 0; i < places.length; i++) {
            mean[groups[i]] += x.data()[i] / members;
        }
        double[] variance = new double[mean.length];
        for (int i = 0; i < places.length; i++) {
            double difference = x.data()[i] - mean[groups[i]];
            variance[groups[i]] += difference * difference / members;
        }
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < places.length; i++) {
            double deviation = Math.sqrt(variance[groups[i]] + layer.number("epsilon", 0.001));
            double normal = (x.data()[i] - mean[groups[i]]) / deviation;
            y.data()[i] = normal * gamma(weights, places[i]) + beta(weights, places[i]);
        }
        return y;
    }

    private static Tensor normalize(LayerSpec layer, Tensor x, Map<String, Tensor> weights) {
        boolean given = layer.numbers("mean").length > 0;
        double[] mean = given ? layer.numbers("mean") : weights.get("mean").data();
        double[] variance =
                given ? layer.numbers("variance") : weights.get("variance").data();
        int[] places = Axes.places(x.shape(), dimensions(layer, x.shape().length));
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < places.length; i++) {
            double center = mean[mean.length == 1 ? 0 : places[i]];
            double deviation = Math.max(Math.sqrt(variance[variance.length == 1 ? 0 : places[i]]), LEAST_DEVIATION);
            y.data()[i] =
                    layer.flag("invert", false) ? center + x.data()[i] * deviation : (x.data()[i] - center) / deviation;
        }
        return y;
    }

    private static Tensor rescale(LayerSpec layer, Tensor x) {
        double[] scale = layer.numbers("scale");
        double[] offset = layer.numbers("offset", 0);
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < y.data().length; i++) {
            y.data()[i] = x.data()[i] * scale[i % scale.length] + offset[i % offset.length];
        }
        return y;
    }

    private static double gamma(Map<String, Tensor> weights, int place) {
        return weights.containsKey("gamma") ? weights.get("gamma").data()[place] : 1;
    }

    private static double beta(Map<String, Tensor> weights, int place) {
        return weights.containsKey("beta") ? weights.get("beta").data()[place] : 0;
    }

    /** {@return the dimensions that have parameters of their own, ascending} */
    private static int[] dimensions(LayerSpec layer, int rank) {
        if (!layer.type().equals("ContribBatchNorm")) {
            return Axes.dimensions(layer.integers("axis", -1), rank);
        }
        String format = layer.text("dataFormat", "NHWC");
        Illegal.unless(format.equals("NHWC") || format.equals("NCHW"), "'%s' has %s", layer.name(), format);
        return new int[] {format.equals("NCHW") ? 0 : rank - 1};
    }

    private static int[] at(int[] shape, int[] dimensions) {
        int[] sizes = new int[dimensions.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = shape[dimensions[i]];
        }
        return sizes;
    }
}
