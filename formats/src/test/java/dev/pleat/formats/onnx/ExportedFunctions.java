package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;

import dev.pleat.processor.reference.LayerSpec;
import java.util.Map;
import java.util.Random;

/** Writes activation functions, some of them as several nodes. */
final class ExportedFunctions {
    private static final Map<String, String> OPERATORS = Map.of(
            "RELU", "Relu",
            "SELU", "Selu",
            "SIGMOID", "Sigmoid",
            "TANH", "Tanh",
            "SOFTPLUS", "Softplus",
            "SOFTSIGN", "Softsign",
            "EXPONENTIAL", "Exp");

    private final OnnxFile file;
    private final Random random;

    ExportedFunctions(OnnxFile file, Random random) {
        this.file = file;
        this.random = random;
    }

    String number(double value) {
        return file.floats(new double[] {value});
    }

    private String node(String op, String... inputs) {
        return file.node(op, Map.of(), inputs);
    }

    /** Writes the function that an attribute of a layer names. */
    String activate(LayerSpec layer, String attribute, String x) {
        String function = layer.text(attribute, "LINEAR");
        if (OPERATORS.containsKey(function)) {
            return node(OPERATORS.get(function), x);
        }
        boolean whole = random.nextBoolean();
        return switch (function) {
            case "LINEAR" -> x;
            case "RELU6" -> file.node("Clip", Map.of(), x, number(0), number(6));
            case "LEAKY_RELU" -> file.node("LeakyRelu", with("alpha", layer.number("negativeSlope", 0.2)), x);
            case "ELU" -> file.node("Elu", with("alpha", layer.number("alpha", 1)), x);
            case "GELU" -> whole ? node("Gelu", x) : gelu(x);
            case "GELU_TANH" -> whole ? file.node("Gelu", with("approximate", "tanh"), x) : geluTanh(x);
            case "HARD_SIGMOID" ->
                whole ? file.node("HardSigmoid", with("alpha", 1 / 6.0, "beta", 0.5), x) : hardSigmoid(x);
            case "HARD_SIGMOID_KERAS2" -> file.node("HardSigmoid", Map.of(), x);
            case "SWISH", "SILU" -> node("Mul", x, node("Sigmoid", x));
            case "HARD_SWISH" -> whole ? node("HardSwish", x) : node("Mul", x, hardSigmoid(x));
            case "MISH" -> whole ? node("Mish", x) : node("Mul", x, node("Tanh", node("Softplus", x)));
            case "SOFTMAX" -> file.node("Softmax", with("axis", -1), x);
            default -> throw new AssertionError(function);
        };
    }

    private String hardSigmoid(String x) {
        String bounded = file.node("Clip", Map.of(), node("Add", x, number(3)), number(0), number(6));
        return node("Div", bounded, number(6));
    }

    private String gelu(String x) {
        String erf = node("Erf", node("Div", x, number(Math.sqrt(2))));
        return node("Mul", node("Mul", x, node("Add", erf, number(1))), number(0.5));
    }

    private String geluTanh(String x) {
        String cube = node("Mul", number(0.044715), node("Pow", x, number(3)));
        String tanh = node("Tanh", node("Mul", number(Math.sqrt(2 / Math.PI)), node("Add", x, cube)));
        return node("Mul", node("Mul", number(0.5), x), node("Add", tanh, number(1)));
    }

    /** Writes a rectifier with a bound, a slope and a threshold. */
    String relu(LayerSpec layer, String x) {
        double threshold = layer.number("threshold", 0);
        double slope = layer.number("negativeSlope", 0);
        double most = layer.number("maxValue", Double.POSITIVE_INFINITY);
        String y = threshold == 0 ? node("Relu", x) : file.node("ThresholdedRelu", with("alpha", threshold), x);
        if (Double.isFinite(most)) {
            y = random.nextBoolean() ? file.node("Clip", Map.of(), y, "", number(most)) : node("Min", y, number(most));
        }
        if (slope == 0) {
            return y;
        }
        String below = node("Min", node("Sub", x, number(threshold)), number(0));
        return node("Add", y, node("Mul", below, number(slope)));
    }
}
