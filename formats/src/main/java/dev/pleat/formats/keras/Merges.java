package dev.pleat.formats.keras;

import java.util.Locale;
import java.util.Map;

/** Layers that read several. */
final class Merges {
    private static final Map<String, String> MODES =
            Map.of("sum", "Add", "mul", "Multiply", "ave", "Average", "max", "Maximum", "concat", "Concatenate");

    private Merges() {}

    /** A merge element by element. */
    static void elements(Call call, String annotation) {
        // Keras 3 calls its operators as its layers.
        if (call.shapes().size() == 1 && Operators.scaled(call, annotation.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (count(call) == 2 || !annotation.equals("Subtract")) {
            call.add(annotation);
        } else {
            call.attributes().problem("it subtracts %d layers, not two".formatted(count(call)));
        }
    }

    /** {@code Concatenate}. */
    static void concatenate(Call call, String key) {
        int axis = call.attributes().integer(key, -1);
        count(call);
        if (axis == 0) {
            call.attributes().refuse(key, "is the axis of the batch");
            axis = -1;
        }
        if (axis == -1) {
            call.add("Concatenate");
        } else {
            call.add("Concatenate", "axis", axis);
        }
    }

    /** Keras 1's {@code Merge}, of all modes. */
    static void merge(Call call) {
        Attributes attributes = call.attributes();
        attributes.ignore("layers", "mode_type", "output_shape_type", "output_mask_type", "dot_axes");
        attributes.ignore("concat_axis", "node_indices", "tensor_indices");
        attributes.only("output_shape");
        attributes.only("output_mask");
        attributes.only("arguments");
        String mode = attributes.text("mode", "sum");
        String annotation = MODES.get(mode);
        if (annotation == null || attributes.text("mode_type", "raw").equals("lambda")) {
            attributes.refuse("mode", "is no merge that the language has");
        } else if (annotation.equals("Concatenate")) {
            concatenate(call, "concat_axis");
        } else {
            elements(call, annotation);
        }
    }

    private static int count(Call call) {
        int count = call.shapes().size();
        if (count < 2) {
            call.attributes().problem("it merges %d layers, not two or more".formatted(count));
        }
        return count;
    }
}
