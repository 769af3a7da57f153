package dev.pleat.formats.build;

import dev.pleat.formats.SourceLayer;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer that may still change.
 *
 * @param layer the layer; its annotation may be one that the language does not have, until the network is tidied
 * @param shape the shape of what it computes
 */
record Draft(SourceLayer layer, Dims shape) {

    /** Multiplies and adds constants: {@code scale} and {@code shift}, double[], along {@code axis}, or of one number. */
    static final String AFFINE = "(affine)";

    /** The error function, which is only known as a part of GELU. */
    static final String ERF = "(erf)";

    /** A square root, which is only known as a part of a layer norm. */
    static final String SQRT = "(sqrt)";

    /** A division of values, which is only known as a part of a layer norm. */
    static final String DIVIDE = "(divide)";

    String name() {
        return layer.name();
    }

    boolean is(String annotation) {
        return layer.annotation().equals(annotation);
    }

    String input() {
        return layer.inputs().get(0);
    }

    int integer(String attribute, int otherwise) {
        return (Integer) layer.attributes().getOrDefault(attribute, otherwise);
    }

    double number(String attribute, double otherwise) {
        return (Double) layer.attributes().getOrDefault(attribute, otherwise);
    }

    double[] numbers(String attribute) {
        return (double[]) layer.attributes().get(attribute);
    }

    Draft named(String name) {
        return new Draft(
                new SourceLayer(
                        name, layer.origin(), layer.annotation(), layer.attributes(), layer.inputs(), layer.weights()),
                shape);
    }

    Draft reading(List<String> inputs) {
        return new Draft(
                new SourceLayer(
                        layer.name(), layer.origin(), layer.annotation(), layer.attributes(), inputs, layer.weights()),
                shape);
    }

    /** Returns this with another annotation and its attributes. */
    Draft as(String annotation, Map<String, Object> attributes) {
        return new Draft(
                new SourceLayer(layer.name(), layer.origin(), annotation, attributes, layer.inputs(), layer.weights()),
                shape);
    }

    /** Returns this with an attribute; null removes it. */
    Draft with(String attribute, Object value) {
        Map<String, Object> attributes = new LinkedHashMap<>(layer.attributes());
        if (value == null) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, value);
        }
        return as(layer.annotation(), attributes);
    }

    Draft weighing(String weight, Tensor tensor) {
        Map<String, Tensor> weights = new LinkedHashMap<>(layer.weights());
        weights.put(weight, tensor);
        return new Draft(
                new SourceLayer(
                        layer.name(), layer.origin(), layer.annotation(), layer.attributes(), layer.inputs(), weights),
                shape);
    }
}
