package dev.pleat.formats.keras;

import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.reference.Reference;
import dev.pleat.processor.reference.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Imported models as text, and what they compute. */
final class Imported {
    private Imported() {}

    /** {@return a line for each layer, and the outputs} */
    static String text(SourceModel model) {
        StringBuilder text = new StringBuilder();
        for (SourceLayer layer : model.layers()) {
            String attributes = layer.attributes().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                    .collect(Collectors.joining(", "));
            text.append(layer.name()).append(" = ").append(layer.annotation());
            text.append('(').append(attributes).append(") ").append(layer.inputs());
            layer.weights()
                    .forEach((name, tensor) -> text.append(' ').append(name).append(tensor.shape()));
            text.append('\n');
        }
        return text.append("outputs ").append(model.outputs()).append('\n').toString();
    }

    private static String value(Object value) {
        if (value instanceof int[] numbers) {
            return Arrays.toString(numbers);
        }
        return value instanceof double[] numbers ? Arrays.toString(numbers) : String.valueOf(value);
    }

    /** {@return the outputs of a model, given its inputs in order} */
    static List<double[]> run(SourceModel model, double[]... inputs) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        for (SourceLayer layer : model.layers()) {
            if (layer.annotation().equals("Input")) {
                given.put(layer.name(), new Tensor((int[]) layer.attributes().get("value"), inputs[given.size()]));
            }
        }
        Map<String, Tensor> values = Reference.run(Specs.of(model), given, Specs.weights(model));
        return model.outputs().stream().map(name -> values.get(name).data()).toList();
    }
}
