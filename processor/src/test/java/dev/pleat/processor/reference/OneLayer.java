package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of one layer, for tests of the reference.
 *
 * @param type simple name of the annotation
 * @param attributes its attributes
 */
record OneLayer(String type, Map<String, Object> attributes) {
    /** {@return a layer with attributes given as names and values in turn; texts in capitals are constants} */
    static OneLayer of(String type, Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            boolean constant = value instanceof String && !namesAndValues[i].equals("dataFormat")
                    || value instanceof String text && text.startsWith("CHANNELS");
            attributes.put((String) namesAndValues[i], constant ? new Constant((String) value) : value);
        }
        return new OneLayer(type, attributes);
    }

    /** {@return the model, which reads inputs of these shapes} */
    ModelSpec model(List<int[]> shapes) {
        List<LayerSpec> layers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int[] shape : shapes) {
            names.add("x" + names.size());
            layers.add(new LayerSpec(names.get(names.size() - 1), "Input", Map.of("value", shape), List.of()));
        }
        layers.add(new LayerSpec("y", type, attributes, names));
        return new ModelSpec("One", layers, Set.of());
    }

    /** {@return the layer's value for one input, with the numbers of its weights in Keras's order} */
    Tensor run(Tensor x, double[]... weights) {
        return run(List.of(x), weights);
    }

    /** {@return the layer's value for these inputs, with the numbers of its weights in Keras's order} */
    Tensor run(List<Tensor> inputs, double[]... weights) {
        ModelSpec model = model(inputs.stream().map(Tensor::shape).toList());
        Map<String, Tensor> values = new LinkedHashMap<>();
        inputs.forEach(input -> values.put("x" + values.size(), input));
        Map<String, Tensor> named = new LinkedHashMap<>();
        Reference.weightShapes(model)
                .forEach((name, shape) -> named.put(name, new Tensor(shape, weights[named.size()])));
        return Reference.run(model, values, named).get("y");
    }

    /** {@return numbers in a row, for brevity} */
    static double[] numbers(double... numbers) {
        return numbers;
    }

    /** {@return a box of numbers} */
    static Tensor box(int[] shape, double... numbers) {
        return new Tensor(shape, numbers);
    }

    /** {@return a shape, for brevity} */
    static int[] shape(int... shape) {
        return shape;
    }
}
