package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights and inputs that are the same for a seed and a name, whatever else the model has. Every number is a float, so that
 * the reference and the compiled model start from the same.
 */
public final class RandomWeights {
    private RandomWeights() {}

    /** {@return a value for each weight of the model} */
    public static Map<String, Tensor> of(ModelSpec model, long seed) {
        Map<String, int[]> shapes = Reference.shapes(model);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        model.layers().forEach(layer -> weights.putAll(of(layer, shapes, seed)));
        return weights;
    }

    /** {@return a value for each weight of one layer, given the shapes above it} */
    static Map<String, Tensor> of(LayerSpec layer, Map<String, int[]> above, long seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Reference.weightShapes(layer, above)
                .forEach((name, shape) -> weights.put(name, weight(layer, name, shape, seed)));
        return weights;
    }

    /**
     * Returns a value for each input of the model.
     *
     * @param sample which of the samples of this seed
     */
    public static Map<String, Tensor> inputs(ModelSpec model, long seed, int sample) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (LayerSpec layer : model.inputLayers()) {
            inputs.put(layer.name(), input(layer, seed, sample));
        }
        return inputs;
    }

    /** {@return a value for one input} */
    static Tensor input(LayerSpec layer, long seed, int sample) {
        Chooser chooser = new Chooser(seed * 31 + layer.name().hashCode() * 7919L + sample);
        Tensor tensor = Tensor.zeros(layer.integers("value"));
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = (float) chooser.normal();
        }
        return tensor;
    }

    private static Tensor weight(LayerSpec layer, String name, int[] shape, long seed) {
        Chooser chooser = new Chooser(seed * 31 + name.hashCode());
        String weight = name.substring(name.indexOf('/') + 1);
        double scale = weight.endsWith("kernel") ? 1.2 * Math.sqrt(3.0 / fanIn(layer, weight, shape)) : 0;
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            double value = switch (weight) {
                case "bias", "beta" -> chooser.real(-0.5, 0.5);
                case "gamma" -> gamma(chooser);
                case "mean", "moving_mean" -> chooser.real(-1, 1);
                case "variance", "moving_variance" -> chooser.real(0.1, 2);
                case "alpha" -> chooser.real(-0.3, 0.6);
                default -> scale * chooser.real(-1, 1);
            };
            tensor.data()[i] = (float) value;
        }
        return tensor;
    }

    private static double gamma(Chooser chooser) {
        double size = chooser.chance(0.05) ? 0 : chooser.real(0.3, 1.5);
        return chooser.chance(0.3) ? -size : size;
    }

    /** {@return how many inputs an output sums} */
    private static int fanIn(LayerSpec layer, String weight, int[] shape) {
        int last = shape.length - 1;
        if (weight.equals("depthwise_kernel")) {
            return Tensor.size(shape) / shape[last] / shape[last - 1];
        }
        return Tensor.size(shape) / (layer.type().endsWith("Transpose") ? shape[last - 1] : shape[last]);
    }
}
