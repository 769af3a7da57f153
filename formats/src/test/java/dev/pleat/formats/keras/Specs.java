package dev.pleat.formats.keras;

import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.reference.Constant;
import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Imported models as the reference interpreter takes them. */
final class Specs {
    private Specs() {}

    /** {@return the layers of a model} */
    static ModelSpec of(SourceModel model) {
        List<LayerSpec> layers = new ArrayList<>();
        for (SourceLayer layer : model.layers()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            layer.attributes()
                    .forEach((name, value) ->
                            attributes.put(name, value instanceof Enum<?> one ? new Constant(one.name()) : value));
            layers.add(new LayerSpec(layer.name(), layer.annotation(), attributes, layer.inputs()));
        }
        return new ModelSpec("Imported", layers, new LinkedHashSet<>(model.outputs()));
    }

    /** {@return the weights of a model} */
    static Map<String, Tensor> weights(SourceModel model) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (SourceLayer layer : model.layers()) {
            layer.weights().forEach((name, tensor) -> {
                double[] values = new double[tensor.values().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tensor.values()[i];
                }
                int[] shape =
                        tensor.shape().stream().mapToInt(Integer::intValue).toArray();
                weights.put(layer.name() + "/" + name, new Tensor(shape, values));
            });
        }
        return weights;
    }
}
