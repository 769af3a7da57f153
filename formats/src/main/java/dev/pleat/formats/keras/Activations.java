package dev.pleat.formats.keras;

import dev.pleat.ActivationFunction;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers that apply a function to each number, and softmax. */
final class Activations {
    private Activations() {}

    /** {@return whether the layer is one of those without weights, which is mapped then} */
    static boolean applyWithoutWeights(Call call) throws IOException {
        switch (call.layer().className()) {
            case "Activation" -> activation(call);
            case "ReLU" -> relu(call);
            case "ThresholdedReLU" -> thresholded(call);
            case "LeakyReLU" -> leaky(call);
            case "ELU" -> elu(call);
            case "Softmax" -> softmax(call);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code Activation}. */
    static void activation(Call call) throws IOException {
        if (!call.attributes().has("activation")) {
            call.attributes().problem("activation is missing");
        }
        Functions.add(call, "activation", function -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("value", function.getOrDefault("activation", ActivationFunction.LINEAR));
            call.add("Activation", values, Map.of());
        });
    }

    /** {@code ReLU}. */
    static void relu(Call call) {
        Attributes attributes = call.attributes();
        double most = attributes.number("max_value", Double.POSITIVE_INFINITY);
        double slope = attributes.number("negative_slope", 0);
        double threshold = attributes.number("threshold", 0);
        if (most < 0 || slope < 0 || threshold < 0) {
            attributes.problem("max_value, negative_slope and threshold must not be negative");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (most != Double.POSITIVE_INFINITY) {
            values.put("maxValue", most);
        }
        if (slope != 0) {
            values.put("negativeSlope", slope);
        }
        if (threshold != 0) {
            values.put("threshold", threshold);
        }
        call.add("ReLU", values, Map.of());
    }

    /** {@code ThresholdedReLU}, which is a {@code ReLU} of another name. */
    static void thresholded(Call call) {
        double threshold = call.attributes().number("theta", 1);
        if (threshold < 0) {
            call.attributes().refuse("theta", "is negative");
        }
        call.add("ReLU", "threshold", threshold);
    }

    /** {@code LeakyReLU}. */
    static void leaky(Call call) {
        Attributes attributes = call.attributes();
        double slope = attributes.number(attributes.first("negative_slope", "alpha"), 0.3);
        if (slope >= 0) {
            call.add("LeakyReLU", "negativeSlope", slope);
        } else {
            call.add("Activation", "value", ActivationFunction.LEAKY_RELU, "negativeSlope", slope);
        }
    }

    /** {@code ELU}. */
    static void elu(Call call) {
        call.add("ELU", "alpha", call.attributes().number("alpha", 1));
    }

    /** {@code Softmax}. */
    static void softmax(Call call) {
        call.add("Softmax", "axis", Axes.of(call, "axis", -1));
    }

    /** {@code PReLU}. */
    static void prelu(Call call) throws IOException {
        int[] shared = call.attributes().has("shared_axes") ? call.attributes().integers("shared_axes", 1) : new int[0];
        Map<String, Tensor> weights = call.weights(List.of("alpha"));
        int[] shape = call.shape();
        if (shape != null) {
            int[] expected = shape.clone();
            for (int axis : shared) {
                if (axis < 1 || axis > expected.length) {
                    call.attributes().refuse("shared_axes", "names no axis of " + Arrays.toString(shape));
                    return;
                }
                expected[axis - 1] = 1;
            }
            call.check(weights, "alpha", expected);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (shared.length > 0) {
            values.put("sharedAxes", shared);
        }
        call.add("PReLU", values, weights);
    }
}
