package dev.pleat.formats.weights;

import dev.pleat.runtime.TensorSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer of a model, as far as its weights tell.
 *
 * @param path the path of the layer
 * @param name the path, in forms to compare
 * @param weights its weights by their names in the language, in the model's order
 */
record ExpectedLayer(String path, LayerName name, Map<String, TensorSpec> weights) {
    /** Groups the tensors of a model. */
    static List<ExpectedLayer> group(List<TensorSpec> expected) {
        Map<String, ExpectedLayer> layers = new LinkedHashMap<>();
        for (TensorSpec spec : expected) {
            int cut = spec.name().lastIndexOf('/');
            String path = spec.name().substring(0, Math.max(0, cut));
            layers.computeIfAbsent(path, key -> new ExpectedLayer(key, LayerName.of(key, '/'), new LinkedHashMap<>()))
                    .weights
                    .put(spec.name().substring(cut + 1), spec);
        }
        return new ArrayList<>(layers.values());
    }

    /** Tells whether the layer is a batch norm. */
    boolean isNorm() {
        return weights.containsKey("moving_mean") || weights.containsKey("moving_variance");
    }

    /** Tells whether a layer of a file has what this one needs, by what its tensors are and by their number of values. */
    boolean canBe(FileLayer layer, WeightNaming naming) {
        if (isNorm() != layer.isNorm()) {
            return false;
        }
        return weights.entrySet().stream()
                .allMatch(weight -> naming.find(this, weight.getKey(), layer)
                        .map(role -> Layouts.couldBe(
                                weight.getValue(), layer.tensors().get(role)))
                        .orElse(isNorm()
                                && (weight.getKey().equals("gamma")
                                        || weight.getKey().equals("beta"))));
    }

    /**
     * Returns what Keras 3 calls the class of such a layer in its files: {@code conv2d}; empty if the weights do not tell.
     */
    String kerasClass() {
        TensorSpec kernel = weights.get("kernel");
        TensorSpec depthwise = weights.get("depthwise_kernel");
        if (kernel != null) {
            return kernel.shape().size() == 2 ? "dense" : kernel.shape().size() == 3 ? "conv1d" : "conv2d";
        } else if (depthwise != null) {
            String kind = weights.containsKey("pointwise_kernel") ? "separable_conv" : "depthwise_conv";
            return kind + (depthwise.shape().size() == 3 ? "1d" : "2d");
        } else if (isNorm()) {
            return "batch_normalization";
        } else if (weights.containsKey("alpha")) {
            return "p_re_lu";
        }
        return weights.containsKey("gamma") || weights.containsKey("beta")
                ? "layer_normalization"
                : weights.containsKey("mean") ? "normalization" : "";
    }
}
