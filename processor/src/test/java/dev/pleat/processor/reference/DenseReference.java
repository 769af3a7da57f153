package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dense layer, which acts on the last dimension of any shape. */
final class DenseReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("Dense");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        int[] shape = inputs.get(0).clone();
        shape[shape.length - 1] = layer.integer("units", 0);
        return shape;
    }

    @Override
    public Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        int[] shape = inputs.get(0);
        int units = layer.integer("units", 0);
        Map<String, int[]> weights = new LinkedHashMap<>();
        weights.put("kernel", new int[] {shape[shape.length - 1], units});
        if (layer.flag("useBias", true)) {
            weights.put("bias", new int[] {units});
        }
        return weights;
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        double[] x = inputs.get(0).data();
        Tensor kernel = weights.get("kernel");
        int width = kernel.shape()[0];
        int units = kernel.shape()[1];
        Tensor y = Tensor.zeros(shape(layer, List.of(inputs.get(0).shape())));
        for (int row = 0; row < x.length / width; row++) {
            for (int unit = 0; unit < units; unit++) {
                double sum = weights.containsKey("bias") ? weights.get("bias").data()[unit] : 0;
                for (int i = 0; i < width; i++) {
                    sum += x[row * width + i] * kernel.data()[i * units + unit];
                }
                y.data()[row * units + unit] = sum;
            }
        }
        return ActivationReference.activate(layer, layer.text("activation", "LINEAR"), y);
    }
}
