package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The meaning of a model: a plain interpreter in double precision that does what Keras 3 documents, layer by layer, with
 * nothing folded, fused or lowered. What the compiler generates is measured against it.
 */
public final class Reference {
    private static final Map<String, LayerReference> FAMILIES = families();

    private Reference() {}

    /**
     * Returns the value of every layer.
     *
     * @param inputs a value for each input layer
     * @param weights a value for each name of {@link #weightShapes}
     */
    public static Map<String, Tensor> run(ModelSpec model, Map<String, Tensor> inputs, Map<String, Tensor> weights) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (LayerSpec layer : model.layers()) {
            if (layer.type().equals("Input")) {
                Tensor value = inputs.get(layer.name());
                Illegal.unless(Arrays.equals(value.shape(), inputShape(layer)), "'%s' has a wrong shape", layer.name());
                values.put(layer.name(), value);
            } else {
                values.put(layer.name(), run(layer, values, weights));
            }
        }
        return values;
    }

    /** {@return the value of one layer, given those above it} */
    static Tensor run(LayerSpec layer, Map<String, Tensor> above, Map<String, Tensor> weights) {
        List<Tensor> inputs = layer.inputs().stream().map(above::get).toList();
        List<int[]> shapes = inputs.stream().map(Tensor::shape).toList();
        LayerReference family = family(layer);
        Map<String, Tensor> own = new HashMap<>();
        family.weights(layer, shapes).forEach((weight, shape) -> {
            Tensor value = weights.get(layer.name() + "/" + weight);
            Illegal.unless(value != null, "no weight %s/%s", layer.name(), weight);
            Illegal.unless(Arrays.equals(value.shape(), shape), "%s/%s has a wrong shape", layer.name(), weight);
            own.put(weight, value);
        });
        Tensor result = family.run(layer, inputs, own);
        Illegal.unless(
                Arrays.equals(result.shape(), family.shape(layer, shapes)), "'%s' has a wrong shape", layer.name());
        return result;
    }

    /**
     * Returns for each layer the largest absolute value among its own and those of all layers that it depends on, at
     * least 1. The rounding errors of a layer are as large as that allows, since subtraction cancels.
     *
     * @param values what {@link #run} gave
     */
    public static Map<String, Double> scales(ModelSpec model, Map<String, Tensor> values) {
        Map<String, Double> scales = new HashMap<>();
        model.layers().forEach(layer -> scales.put(layer.name(), scale(layer, values.get(layer.name()), scales)));
        return scales;
    }

    /** {@return the scale of one layer, given those above it} */
    static double scale(LayerSpec layer, Tensor value, Map<String, Double> above) {
        double scale = Math.max(1, value.range());
        for (String input : layer.inputs()) {
            scale = Math.max(scale, above.get(input));
        }
        return scale;
    }

    /** {@return the shape of every layer, without the batch; throws {@link Illegal} if the model has no meaning} */
    public static LinkedHashMap<String, int[]> shapes(ModelSpec model) {
        LinkedHashMap<String, int[]> shapes = new LinkedHashMap<>();
        model.layers().forEach(layer -> shapes.put(layer.name(), shape(layer, shapes)));
        return shapes;
    }

    /** {@return the shape of one layer, given those above it} */
    static int[] shape(LayerSpec layer, Map<String, int[]> above) {
        if (layer.type().equals("Input")) {
            return inputShape(layer);
        }
        int[] shape = family(layer).shape(layer, inputShapes(layer, above));
        Illegal.unless(Arrays.stream(shape).allMatch(n -> n >= 1), "'%s' is %s", layer.name(), Arrays.toString(shape));
        return shape;
    }

    /** {@return the weights that the model reads: {@code "<layer>/<weight>"} to shape, in Keras's layout and order} */
    public static LinkedHashMap<String, int[]> weightShapes(ModelSpec model) {
        Map<String, int[]> shapes = shapes(model);
        LinkedHashMap<String, int[]> weights = new LinkedHashMap<>();
        model.layers().forEach(layer -> weights.putAll(weightShapes(layer, shapes)));
        return weights;
    }

    /** {@return the weights of one layer, given the shapes above it} */
    static Map<String, int[]> weightShapes(LayerSpec layer, Map<String, int[]> above) {
        Map<String, int[]> weights = new LinkedHashMap<>();
        if (!layer.type().equals("Input")) {
            family(layer)
                    .weights(layer, inputShapes(layer, above))
                    .forEach((weight, shape) -> weights.put(layer.name() + "/" + weight, shape));
        }
        return weights;
    }

    private static List<int[]> inputShapes(LayerSpec layer, Map<String, int[]> above) {
        List<int[]> shapes = new ArrayList<>();
        for (String input : layer.inputs()) {
            Illegal.unless(above.containsKey(input), "'%s' reads '%s', which is not above it", layer.name(), input);
            shapes.add(above.get(input));
        }
        return shapes;
    }

    private static int[] inputShape(LayerSpec layer) {
        return layer.integers("value");
    }

    private static LayerReference family(LayerSpec layer) {
        LayerReference family = FAMILIES.get(layer.type());
        Illegal.unless(family != null, "no layer is called %s", layer.type());
        return family;
    }

    private static Map<String, LayerReference> families() {
        Map<String, LayerReference> families = new HashMap<>();
        for (LayerReference family : List.of(
                new ActivationReference(),
                new ConvolutionReference(),
                new DenseReference(),
                new MergeReference(),
                new NormalizationReference(),
                new PoolingReference(),
                new ResizingReference(),
                new ShapeReference(),
                new TransposedConvolutionReference())) {
            family.types().forEach(type -> families.put(type, family));
        }
        return families;
    }
}
