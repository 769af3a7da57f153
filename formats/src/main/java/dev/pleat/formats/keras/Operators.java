package dev.pleat.formats.keras;

import dev.pleat.ActivationFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of TensorFlow and Keras 3 that stand in a graph in place of layers: {@code x + y}, {@code 2 * x}. */
final class Operators {
    private static final Map<String, String> TWO = Map.of(
            "add",
            "Add",
            "subtract",
            "Subtract",
            "sub",
            "Subtract",
            "multiply",
            "Multiply",
            "mul",
            "Multiply",
            "maximum",
            "Maximum",
            "minimum",
            "Minimum");

    private static final Pattern OP = Pattern.compile("op\"?\\s*:\\s*\"?(\\w+)");

    private static final Map<String, String> NODES = Map.ofEntries(
            Map.entry("Add", "add"),
            Map.entry("AddV2", "add"),
            Map.entry("Sub", "subtract"),
            Map.entry("Mul", "multiply"),
            Map.entry("RealDiv", "truediv"),
            Map.entry("Maximum", "maximum"),
            Map.entry("Minimum", "minimum"),
            Map.entry("Relu", "relu"),
            Map.entry("Relu6", "relu6"),
            Map.entry("Sigmoid", "sigmoid"),
            Map.entry("Tanh", "tanh"),
            Map.entry("Identity", "identity"));

    private Operators() {}

    /** {@code TFOpLambda}, which names a function of TensorFlow. */
    static void tensorFlow(Call call) {
        String function = call.attributes().text("function", "");
        apply(call, function.substring(function.lastIndexOf('.') + 1), "function");
    }

    /** An operation of Keras 3, whose class is called as its function. */
    static void keras(Call call) {
        apply(call, NumberedWeights.snakeCase(call.layer().className()), "class_name");
    }

    /** {@code TensorFlowOpLayer}, which holds a node of a graph of TensorFlow. */
    static void node(Call call) {
        Object definition = call.attributes().raw("node_def");
        Matcher op = OP.matcher(
                definition instanceof String text
                        ? text
                        : "op: " + Json.map(definition).get("op"));
        String function = NODES.getOrDefault(op.find() ? op.group(1) : "", "");
        Map<String, Object> constants = Json.map(call.attributes().raw("constants"));
        boolean one = call.shapes().size() == 1 && constants.size() == 1;
        if (one && scaled(call, function, constants.get("0"), constants.get("1"))) {
            return;
        } else if (function.isEmpty() || !constants.isEmpty()) {
            call.attributes().refuse("node_def", "is an operation of TensorFlow that cannot be expressed");
        } else {
            apply(call, function, "node_def");
        }
    }

    private static void apply(Call call, String function, String key) {
        int tensors = call.shapes().size();
        if (tensors == 2 && TWO.containsKey(function)) {
            call.add(TWO.get(function));
        } else if (tensors == 1 && function.equals("reduce_mean") && call.shape() != null) {
            mean(call);
        } else if (tensors != 1 || !scaled(call, function) && !activated(call, function)) {
            call.attributes().problem("%s '%s' of %d layers cannot be expressed".formatted(key, function, tensors));
        }
    }

    /** {@return whether this is an operation on a value and a number, which is mapped then} */
    static boolean scaled(Call call, String function) {
        Object before = call.argument("#0");
        Object after = call.firstArgument("#1", "y", "x2");
        return scaled(call, function, before, after);
    }

    private static boolean scaled(Call call, String function, Object before, Object after) {
        Object constant = before != null ? before : after;
        if (!(constant instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return false;
        }
        double value = number.doubleValue();
        boolean first = before != null;
        switch (function) {
            case "add" -> scale(call, 1, value);
            case "subtract", "sub" -> scale(call, first ? -1 : 1, first ? value : -value);
            case "multiply", "mul" -> scale(call, value, 0);
            case "truediv", "divide", "true_divide", "div" -> {
                if (first || value == 0) {
                    return false;
                }
                scale(call, 1 / value, 0);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void scale(Call call, double scale, double offset) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("scale", new double[] {scale});
        if (offset != 0) {
            values.put("offset", new double[] {offset});
        }
        call.add("Rescaling", values, Map.of());
    }

    private static boolean activated(Call call, String function) {
        if (function.equals("identity") || function.equals("stop_gradient")) {
            call.add("Identity");
            return true;
        }
        ActivationFunction found = function.equals("exp")
                ? ActivationFunction.EXPONENTIAL
                : Functions.of(function, call.origin()).orElse(null);
        if (found == null) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", found);
        Object slope = call.firstArgument("alpha", "negative_slope");
        slope = slope == null ? call.attributes().raw("negative_slope") : slope;
        Object alpha = call.attributes().raw("alpha");
        if (found == ActivationFunction.LEAKY_RELU && slope instanceof Number number) {
            values.put("negativeSlope", number.doubleValue());
        } else if (found == ActivationFunction.ELU && alpha instanceof Number number) {
            values.put("alpha", number.doubleValue());
        } else if (found == ActivationFunction.GELU) {
            Object approximate = call.argument("approximate");
            boolean exact = call.attributes().has("approximate")
                    ? !call.attributes().flag("approximate", true)
                    : Boolean.FALSE.equals(approximate)
                            || approximate == null && call.origin().major() < 3;
            values.put("value", exact ? ActivationFunction.GELU : ActivationFunction.GELU_TANH);
        } else if (found == ActivationFunction.SOFTMAX) {
            Object axis = call.argument("axis");
            if (axis != null && !Integer.valueOf(-1).equals(axis)) {
                return false;
            }
            call.attributes().only("axis", -1);
        }
        call.add("Activation", values, Map.of());
        return true;
    }

    // Of an image over both its sides, or of a series over its steps: global pooling.
    private static void mean(Call call) {
        Object given = call.argument("axis");
        int[] axes = Json.list(given).stream()
                .mapToInt(axis -> axis instanceof Integer one ? one : 0)
                .toArray();
        axes = given instanceof Integer one ? new int[] {one} : axes;
        int rank = call.shape().length;
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axes[i] < 0 ? axes[i] + rank + 1 : axes[i];
        }
        Arrays.sort(axes);
        boolean image = rank == 3 && Arrays.equals(axes, new int[] {1, 2});
        boolean series = rank == 2 && Arrays.equals(axes, new int[] {1});
        Object keepdims = call.argument("keepdims");
        if (!image && !series) {
            call.attributes().problem("a mean over axis = " + Attributes.shown(given) + " cannot be expressed");
        } else if (Boolean.TRUE.equals(keepdims)) {
            call.add(image ? "GlobalAveragePooling2D" : "GlobalAveragePooling1D", "keepdims", true);
        } else {
            call.add(image ? "GlobalAveragePooling2D" : "GlobalAveragePooling1D");
        }
    }
}
