package dev.pleat.formats.onnx;

import dev.pleat.ActivationFunction;
import dev.pleat.formats.build.Arithmetic.Merge;
import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Activation functions. */
final class ActivationNodes {
    private ActivationNodes() {}

    static Operator function(ActivationFunction function) {
        return call -> call.result(call.functions().activation(call.origin(), call.value(0), function));
    }

    static void leaky(Call call) {
        double slope = call.number("alpha", 0.01);
        call.result(call.functions().leaky(call.origin(), call.value(0), hand(slope)));
    }

    /** Returns a float as it was written by hand: 0.1 and not 0.10000000149. */
    private static double hand(double number) {
        return Double.parseDouble(Float.toString((float) number));
    }

    static void elu(Call call) {
        call.result(call.functions().elu(call.origin(), call.value(0), hand(call.number("alpha", 1))));
    }

    static void celu(Call call) {
        call.result(call.functions().celu(call.origin(), call.value(0), hand(call.number("alpha", 1))));
    }

    static void selu(Call call) {
        double alpha = call.number("alpha", 1.67326319217681884765625);
        double scale = call.number("gamma", 1.05070102214813232421875);
        call.result(call.functions().selu(call.origin(), call.value(0), alpha, scale));
    }

    static void thresholded(Call call) {
        call.result(call.functions().thresholded(call.origin(), call.value(0), hand(call.number("alpha", 1))));
    }

    static void hardSigmoid(Call call) {
        double slope = hand(call.number("alpha", 0.2));
        double offset = hand(call.number("beta", 0.5));
        call.result(call.functions().hardSigmoid(call.origin(), call.value(0), slope, offset));
    }

    static void gelu(Call call) {
        String approximation = call.text("approximate", "none");
        ActivationFunction function = switch (approximation) {
            case "none" -> ActivationFunction.GELU;
            case "tanh" -> ActivationFunction.GELU_TANH;
            default -> throw new NotExpressible("has approximate = " + approximation);
        };
        function(function).apply(call);
    }

    static void swish(Call call) {
        double alpha = call.number("alpha", 1);
        Value x = call.value(0);
        if (alpha == 1) {
            function(ActivationFunction.SILU).apply(call);
            return;
        }
        Value scaled = call.arithmetic().multiply(call.origin() + "_scaled", x, Coefficients.scalar(alpha));
        Value gate = call.functions().activation(call.origin() + "_gate", scaled, ActivationFunction.SIGMOID);
        call.result(call.arithmetic().merge(call.origin(), Merge.MULTIPLY, List.of(x, gate)));
    }

    static void prelu(Call call) {
        Value x = call.value(0);
        if (call.isConstant(1)) {
            call.result(call.functions()
                    .prelu(call.origin(), x, call.constant(1, "slope").coefficients()));
            return;
        }
        // What is above zero, and the slope times what is below.
        String origin = call.origin();
        Value above = call.functions().activation(origin + "_above", x, ActivationFunction.RELU);
        Value below = call.arithmetic().merge(origin + "_below", Merge.SUBTRACT, List.of(x, above));
        Value sloped = call.arithmetic().merge(origin + "_sloped", Merge.MULTIPLY, List.of(below, call.value(1)));
        call.result(call.arithmetic().merge(origin, Merge.ADD, List.of(above, sloped)));
    }

    static void clip(Call call) {
        boolean computed = call.has(1) && !call.isConstant(1) || call.has(2) && !call.isConstant(2);
        Value x = call.value(0);
        if (computed) {
            call.result(bounded(call, bounded(call, x, 1, Merge.MAXIMUM), 2, Merge.MINIMUM));
            return;
        }
        double least = call.has(1) ? call.constant(1, "min").scalar() : call.number("min", Double.NEGATIVE_INFINITY);
        double most = call.has(2) ? call.constant(2, "max").scalar() : call.number("max", Double.POSITIVE_INFINITY);
        call.result(call.functions().clip(call.origin(), x, least, most));
    }

    private static Value bounded(Call call, Value x, int bound, Merge kind) {
        if (!call.has(bound)) {
            return x;
        }
        if (call.operand(bound) instanceof Constant constant) {
            boolean upper = kind == Merge.MINIMUM;
            return call.arithmetic().limit(call.origin(), x, constant.coefficients(), upper);
        }
        return call.arithmetic().merge(call.origin(), kind, List.of(x, call.value(bound)));
    }

    static void softmax(Call call) {
        Value x = call.value(0);
        boolean together = call.opset() < 13;
        int axis = (int) call.integer("axis", together ? 1 : -1);
        int first = axis < 0 ? axis + x.rank() : axis;
        // Before version 13 all axes from the one given on counted as one.
        int[] axes = together ? IntStream.range(first, x.rank()).toArray() : new int[] {axis};
        call.result(call.functions().softmax(call.origin(), x, axes));
    }
}
