package dev.pleat.formats.tensorflow;

import dev.pleat.ActivationFunction;
import dev.pleat.formats.build.Arithmetic;
import dev.pleat.formats.build.Arithmetic.Merge;
import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic and functions of every element. */
final class ElementwiseOps {
    /** Functions without parameters that are layers. */
    private static final Map<String, ActivationFunction> FUNCTIONS = Map.of(
            "Relu", ActivationFunction.RELU,
            "Relu6", ActivationFunction.RELU6,
            "Elu", ActivationFunction.ELU,
            "Selu", ActivationFunction.SELU,
            "Sigmoid", ActivationFunction.SIGMOID,
            "Tanh", ActivationFunction.TANH,
            "Softplus", ActivationFunction.SOFTPLUS,
            "Softsign", ActivationFunction.SOFTSIGN,
            "Exp", ActivationFunction.EXPONENTIAL);

    private static final Map<String, DoubleUnaryOperator> OF_CONSTANTS = Map.ofEntries(
            Map.entry("Relu", x -> Math.max(x, 0)),
            Map.entry("Relu6", x -> Math.min(Math.max(x, 0), 6)),
            Map.entry("Sigmoid", x -> 1 / (1 + Math.exp(-x))),
            Map.entry("Tanh", Math::tanh),
            Map.entry("Softplus", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
            Map.entry("Exp", Math::exp),
            Map.entry("Neg", x -> -x),
            Map.entry("Abs", Math::abs),
            Map.entry("Square", x -> x * x),
            Map.entry("Sqrt", Math::sqrt),
            Map.entry("Rsqrt", x -> 1 / Math.sqrt(x)),
            Map.entry("Reciprocal", x -> 1 / x),
            Map.entry("Log", Math::log),
            Map.entry("Floor", Math::floor),
            Map.entry("LogicalNot", x -> x == 0 ? 1 : 0),
            Map.entry("ZerosLike", x -> 0),
            Map.entry("OnesLike", x -> 1));

    private static final Map<String, DoubleBinaryOperator> OF_TWO_CONSTANTS = Map.ofEntries(
            Map.entry("Add", Double::sum),
            Map.entry("AddV2", Double::sum),
            Map.entry("Sub", (x, y) -> x - y),
            Map.entry("RealDiv", (x, y) -> x / y),
            Map.entry("Div", (x, y) -> x / y),
            Map.entry("DivNoNan", (x, y) -> y == 0 ? 0 : x / y),
            Map.entry("FloorDiv", (x, y) -> Math.floor(x / y)),
            Map.entry("FloorMod", (x, y) -> x - y * Math.floor(x / y)),
            Map.entry("Maximum", Math::max),
            Map.entry("Minimum", Math::min),
            Map.entry("Pow", Math::pow),
            Map.entry("SquaredDifference", (x, y) -> (x - y) * (x - y)),
            Map.entry("Equal", (x, y) -> x == y ? 1 : 0),
            Map.entry("NotEqual", (x, y) -> x != y ? 1 : 0),
            Map.entry("Greater", (x, y) -> x > y ? 1 : 0),
            Map.entry("GreaterEqual", (x, y) -> x >= y ? 1 : 0),
            Map.entry("Less", (x, y) -> x < y ? 1 : 0),
            Map.entry("LessEqual", (x, y) -> x <= y ? 1 : 0),
            Map.entry("LogicalAnd", (x, y) -> x != 0 && y != 0 ? 1 : 0),
            Map.entry("LogicalOr", (x, y) -> x != 0 || y != 0 ? 1 : 0));

    private ElementwiseOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        OF_CONSTANTS.keySet().forEach(op -> translators.put(op, ElementwiseOps::unary));
        FUNCTIONS.keySet().forEach(op -> translators.put(op, ElementwiseOps::unary));
        OF_TWO_CONSTANTS.keySet().forEach(op -> translators.put(op, ElementwiseOps::binary));
        translators.put("Mul", ElementwiseOps::multiply);
        translators.put("AddN", ElementwiseOps::addAll);
        translators.put("BiasAdd", ElementwiseOps::biasAdd);
        translators.put("BiasAddV1", ElementwiseOps::biasAdd);
        translators.put("LeakyRelu", ElementwiseOps::leakyRelu);
        translators.put("Erf", ElementwiseOps::erf);
        translators.put("Erfc", ElementwiseOps::erfc);
        translators.put("ClipByValue", ElementwiseOps::clip);
        translators.put("Softmax", ElementwiseOps::softmax);
    }

    private static List<Result> unary(Operation operation) {
        String op = operation.node().op();
        if (operation.input(0) instanceof Constant constant && OF_CONSTANTS.containsKey(op)) {
            if (op.equals("Rsqrt") && Arrays.stream(constant.values()).anyMatch(x -> !(x > 0))) {
                throw new NotExpressible(
                        "takes the square root of a number that is not above 0, a variance for example");
            }
            return List.of(Numbers.map(constant, OF_CONSTANTS.get(op)));
        }
        Value x = operation.live(0);
        String origin = operation.origin();
        Arithmetic arithmetic = operation.builder().arithmetic();
        ActivationFunction function = FUNCTIONS.get(op);
        if (function != null) {
            return live(operation.builder().functions().activation(origin, x, function));
        }
        return switch (op) {
            case "Neg" -> live(arithmetic.multiply(origin, x, Coefficients.scalar(-1)));
            case "Square" -> live(operation.builder().functions().power(origin, x, 2));
            case "Sqrt" -> live(operation.builder().functions().sqrt(origin, x));
            default -> throw new NotExpressible("is a layer only where it computes constants");
        };
    }

    private static List<Result> binary(Operation operation) {
        String op = operation.node().op();
        if (operation.input(0) instanceof Constant a && operation.input(1) instanceof Constant b) {
            return List.of(Numbers.combine(a, b, OF_TWO_CONSTANTS.get(op)));
        }
        return switch (op) {
            case "Add", "AddV2" -> add(operation);
            case "Sub" -> subtract(operation);
            case "RealDiv", "Div" -> divide(operation);
            case "Maximum" -> limit(operation, Merge.MAXIMUM);
            case "Minimum" -> limit(operation, Merge.MINIMUM);
            case "Pow" ->
                live(operation
                        .builder()
                        .functions()
                        .power(
                                operation.origin(),
                                operation.live(0),
                                operation.constant(1).single()));
            case "SquaredDifference" -> squaredDifference(operation);
            default -> throw new NotExpressible("is possible only where it computes constants");
        };
    }

    private static List<Result> add(Operation operation) {
        int constant = operation.isConstant(0) ? 0 : 1;
        if (!operation.isConstant(constant)) {
            return merge(operation, Merge.ADD);
        }
        Coefficients shift = operation.constant(constant).coefficients();
        return affine(
                operation,
                1 - constant,
                (origin, x) -> operation.builder().arithmetic().add(origin, x, shift));
    }

    private static List<Result> subtract(Operation operation) {
        Arithmetic arithmetic = operation.builder().arithmetic();
        if (operation.isConstant(0)) {
            Coefficients minuend = operation.constant(0).coefficients();
            return affine(operation, 1, (origin, x) -> arithmetic.subtractFrom(origin, minuend, x));
        }
        if (operation.isConstant(1)) {
            Coefficients shift = operation.constant(1).coefficients().map(x -> -x);
            return affine(operation, 0, (origin, x) -> arithmetic.add(origin, x, shift));
        }
        return merge(operation, Merge.SUBTRACT);
    }

    private static List<Result> multiply(Operation operation) {
        if (operation.input(0) instanceof Constant a && operation.input(1) instanceof Constant b) {
            return List.of(Numbers.multiply(a, b));
        }
        int constant = operation.isConstant(0) ? 0 : 1;
        if (!operation.isConstant(constant)) {
            return merge(operation, Merge.MULTIPLY);
        }
        Coefficients scale = operation.constant(constant).coefficients();
        return affine(
                operation,
                1 - constant,
                (origin, x) -> operation.builder().arithmetic().multiply(origin, x, scale));
    }

    private static List<Result> divide(Operation operation) {
        if (operation.isConstant(1)) {
            Coefficients scale = operation.constant(1).coefficients().map(x -> 1 / x);
            return affine(
                    operation,
                    0,
                    (origin, x) -> operation.builder().arithmetic().multiply(origin, x, scale));
        }
        return merge(operation, Merge.DIVIDE);
    }

    /** Combines a value and a constant, which also works for a value that is seen as rows. */
    private static List<Result> affine(Operation operation, int input, BiFunction<String, Value, Value> affine) {
        if (operation.input(input) instanceof Result.Rows rows) {
            return List.of(new Result.Rows(affine.apply(operation.origin(), rows.value())));
        }
        return live(affine.apply(operation.origin(), operation.live(input)));
    }

    private static List<Result> merge(Operation operation, Merge kind) {
        List<Value> values = List.of(operation.live(0), operation.live(1));
        return live(operation.builder().arithmetic().merge(operation.origin(), kind, values));
    }

    private static List<Result> limit(Operation operation, Merge kind) {
        int constant = operation.isConstant(0) ? 0 : 1;
        if (!operation.isConstant(constant)) {
            return merge(operation, kind);
        }
        Coefficients bound = operation.constant(constant).coefficients();
        return live(operation
                .builder()
                .arithmetic()
                .limit(operation.origin(), operation.live(1 - constant), bound, kind == Merge.MINIMUM));
    }

    private static List<Result> squaredDifference(Operation operation) {
        Arithmetic arithmetic = operation.builder().arithmetic();
        String origin = operation.origin();
        Value difference;
        if (operation.isConstant(0) || operation.isConstant(1)) {
            int constant = operation.isConstant(0) ? 0 : 1;
            Coefficients shift = operation.constant(constant).coefficients().map(x -> -x);
            difference = arithmetic.add(origin + "_difference", operation.live(1 - constant), shift);
        } else {
            difference = arithmetic.merge(
                    origin + "_difference", Merge.SUBTRACT, List.of(operation.live(0), operation.live(1)));
        }
        return live(operation.builder().functions().power(origin, difference, 2));
    }

    private static List<Result> addAll(Operation operation) {
        if (operation.areConstant()) {
            Constant sum = operation.constant(0);
            for (int i = 1; i < operation.count(); i++) {
                sum = Numbers.combine(sum, operation.constant(i), Double::sum);
            }
            return List.of(sum);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < operation.count(); i++) {
            values.add(operation.live(i));
        }
        return live(operation.builder().arithmetic().merge(operation.origin(), Merge.ADD, values));
    }

    private static List<Result> biasAdd(Operation operation) {
        Constant bias = operation.constant(1);
        if (bias.rank() != 1) {
            throw new NotExpressible("adds a bias of the shape " + Arrays.toString(bias.shape()));
        }
        if (operation.input(0) instanceof Constant x && !operation.isChannelsFirst()) {
            return List.of(Numbers.combine(x, bias, Double::sum));
        }
        Arithmetic arithmetic = operation.builder().arithmetic();
        return affine(operation, 0, (origin, x) -> {
            Constant aligned = bias;
            if (operation.isChannelsFirst() && x.rank() > 2) {
                int[] shape = new int[x.rank() - 1];
                Arrays.fill(shape, 1);
                shape[0] = bias.size();
                aligned = bias.reshaped(shape);
            }
            return arithmetic.add(origin, x, aligned.coefficients());
        });
    }

    private static List<Result> leakyRelu(Operation operation) {
        double slope = operation.node().number("alpha", 0.2);
        return live(operation.builder().functions().leaky(operation.origin(), operation.live(0), slope));
    }

    private static List<Result> erf(Operation operation) {
        return live(operation.builder().functions().erf(operation.origin(), operation.live(0)));
    }

    /** {@code 1 + erf(-x)}. */
    private static List<Result> erfc(Operation operation) {
        Arithmetic arithmetic = operation.builder().arithmetic();
        String origin = operation.origin();
        Value negated = arithmetic.multiply(origin + "_neg", operation.live(0), Coefficients.scalar(-1));
        Value erf = operation.builder().functions().erf(origin + "_erf", negated);
        return live(arithmetic.add(origin, erf, Coefficients.scalar(1)));
    }

    private static List<Result> clip(Operation operation) {
        double least = operation.constant(1).single();
        double most = operation.constant(2).single();
        return live(operation.builder().functions().clip(operation.origin(), operation.live(0), least, most));
    }

    private static List<Result> softmax(Operation operation) {
        return live(operation.builder().functions().softmax(operation.origin(), operation.live(0), -1));
    }

    /** {@return the outputs of an operation that has one} */
    static List<Result> live(Value value) {
        return List.of(new Result.Live(value));
    }
}
