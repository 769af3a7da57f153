package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Arithmetic.Merge;
import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic, element by element. */
final class ArithmeticNodes {
    private ArithmeticNodes() {}

    static void add(Call call) {
        if (!merged(call, Merge.ADD)) {
            int constant = call.isConstant(0) ? 0 : 1;
            call.result(call.arithmetic().add(call.origin(), call.value(1 - constant), numbers(call, constant)));
        }
    }

    static void multiply(Call call) {
        if (!merged(call, Merge.MULTIPLY)) {
            int constant = call.isConstant(0) ? 0 : 1;
            call.result(call.arithmetic().multiply(call.origin(), call.value(1 - constant), numbers(call, constant)));
        }
    }

    static void subtract(Call call) {
        if (merged(call, Merge.SUBTRACT)) {
            return;
        }
        if (call.isConstant(0)) {
            call.result(call.arithmetic().subtractFrom(call.origin(), numbers(call, 0), call.value(1)));
        } else {
            call.result(call.arithmetic()
                    .add(call.origin(), call.value(0), numbers(call, 1).map(n -> -n)));
        }
    }

    static void divide(Call call) {
        if (merged(call, Merge.DIVIDE)) {
            return;
        }
        if (call.isConstant(0)) {
            throw new NotExpressible("divides by what is computed; the language divides by constants");
        }
        call.result(call.arithmetic()
                .multiply(call.origin(), call.value(0), numbers(call, 1).map(n -> 1 / n)));
    }

    private static Coefficients numbers(Call call, int index) {
        return call.constant(index, "operand").coefficients();
    }

    /** Combines two operands that are both computed; returns whether they are. */
    private static boolean merged(Call call, Merge kind) {
        if (call.isConstant(0) || call.isConstant(1)) {
            return false;
        }
        call.result(call.arithmetic().merge(call.origin(), kind, List.of(call.value(0), call.value(1))));
        return true;
    }

    static void sum(Call call) {
        call.result(sum(call, Merge.ADD));
    }

    static void mean(Call call) {
        boolean constants = constants(call).isEmpty();
        Value sum = sum(call, constants ? Merge.AVERAGE : Merge.ADD);
        call.result(
                constants
                        ? sum
                        : call.arithmetic().multiply(call.origin(), sum, Coefficients.scalar(1.0 / call.count())));
    }

    private static Value sum(Call call, Merge kind) {
        Value sum = call.arithmetic().merge(call.origin(), kind, values(call));
        for (Coefficients constant : constants(call)) {
            sum = call.arithmetic().add(call.origin(), sum, constant);
        }
        return sum;
    }

    static void maximum(Call call) {
        limit(call, Merge.MAXIMUM);
    }

    static void minimum(Call call) {
        limit(call, Merge.MINIMUM);
    }

    private static void limit(Call call, Merge kind) {
        Value result = call.arithmetic().merge(call.origin(), kind, values(call));
        for (Coefficients constant : constants(call)) {
            result = call.arithmetic().limit(call.origin(), result, constant, kind == Merge.MINIMUM);
        }
        call.result(result);
    }

    private static List<Value> values(Call call) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (!call.isConstant(i)) {
                values.add(call.value(i));
            }
        }
        return values;
    }

    private static List<Coefficients> constants(Call call) {
        List<Coefficients> constants = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (call.isConstant(i)) {
                constants.add(numbers(call, i));
            }
        }
        return constants;
    }

    static void negate(Call call) {
        call.result(call.arithmetic().multiply(call.origin(), call.value(0), Coefficients.scalar(-1)));
    }

    static void absolute(Call call) {
        Value x = call.value(0);
        Value negated = call.arithmetic().multiply(call.origin() + "_negated", x, Coefficients.scalar(-1));
        call.result(call.arithmetic().merge(call.origin(), Merge.MAXIMUM, List.of(x, negated)));
    }

    static void power(Call call) {
        double exponent = call.constant(1, "exponent").scalar();
        call.result(call.functions().power(call.origin(), call.value(0), exponent));
    }
}
