package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Computes what depends on constants alone: shapes as exporters work them out, and weights that are kept in parts. */
final class Folding {
    /** The most numbers that a result may have; weights come from initialisers, which are as large as their bytes. */
    private static final long MOST = 1 << 24;

    private static final Map<String, Function> FUNCTIONS = new HashMap<>();

    private Folding() {}

    /** What computes a constant. */
    @FunctionalInterface
    private interface Function {
        /** Returns what a call computes. */
        Constant of(Call call);
    }

    static {
        FUNCTIONS.put("Add", call -> binary(call, Double::sum));
        FUNCTIONS.put("Sub", call -> binary(call, (a, b) -> a - b));
        FUNCTIONS.put("Mul", call -> binary(call, (a, b) -> a * b));
        FUNCTIONS.put("Div", Folding::divide);
        FUNCTIONS.put("Pow", call -> binary(call, Math::pow));
        FUNCTIONS.put("Max", call -> binary(call, Math::max));
        FUNCTIONS.put("Min", call -> binary(call, Math::min));
        FUNCTIONS.put("Equal", call -> binary(call, (a, b) -> a == b ? 1 : 0));
        FUNCTIONS.put("Neg", call -> unary(call, n -> -n));
        FUNCTIONS.put("Abs", call -> unary(call, Math::abs));
        FUNCTIONS.put("Sqrt", call -> unary(call, Math::sqrt));
        FUNCTIONS.put("Exp", call -> unary(call, Math::exp));
        FUNCTIONS.put("Floor", call -> unary(call, Math::floor));
        FUNCTIONS.put("Ceil", call -> unary(call, Math::ceil));
        FUNCTIONS.put("Reciprocal", call -> unary(call, n -> 1 / n));
        FUNCTIONS.put("Identity", call -> call.constant(0, "input"));
        FUNCTIONS.put("Cast", Folding::cast);
        FUNCTIONS.put(
                "CastLike",
                call -> cast(
                        call.constant(0, "input"), call.constant(1, "target").type()));
        FUNCTIONS.put("Concat", FoldedShapes::concat);
        FUNCTIONS.put("ConstantOfShape", Folding::constantOfShape);
        FUNCTIONS.put("Expand", Folding::expand);
        FUNCTIONS.put("Gather", FoldedShapes::gather);
        FUNCTIONS.put("Range", Folding::range);
        FUNCTIONS.put("ReduceProd", Folding::product);
        FUNCTIONS.put("Reshape", FoldedShapes::reshape);
        FUNCTIONS.put("Slice", FoldedShapes::slice);
        FUNCTIONS.put("Squeeze", FoldedShapes::squeeze);
        FUNCTIONS.put("Transpose", FoldedShapes::transpose);
        FUNCTIONS.put("Unsqueeze", FoldedShapes::unsqueeze);
        FUNCTIONS.put("Where", Folding::where);
    }

    /** Returns whether an operator is computed here. */
    static boolean knows(String op) {
        return FUNCTIONS.containsKey(op);
    }

    /** Returns what a call of a known operator computes. */
    static Constant fold(Call call) {
        return FUNCTIONS.get(call.op()).of(call);
    }

    private static Constant unary(Call call, DoubleUnaryOperator function) {
        Constant x = call.constant(0, "input");
        double[] values = Arrays.stream(x.doubles()).map(function).toArray();
        return Constant.of(x.type(), x.dims(), values);
    }

    private static Constant divide(Call call) {
        boolean whole = !call.constant(0, "input").type().isReal();
        return binary(call, (a, b) -> {
            if (whole && b == 0) {
                throw new NotExpressible("divides by 0");
            }
            double quotient = a / b;
            return whole ? quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient) : quotient;
        });
    }

    private static Constant binary(Call call, DoubleBinaryOperator function) {
        Constant result = call.constant(0, "first operand");
        for (int i = 1; i < call.count(); i++) {
            result = binary(result, call.constant(i, "operand"), function);
        }
        return result;
    }

    private static Constant binary(Constant a, Constant b, DoubleBinaryOperator function) {
        int[] dims = broadcast(a.dims(), b.dims());
        double[] values = new double[checked(dims)];
        int[] fromA = indices(a.dims(), dims);
        int[] fromB = indices(b.dims(), dims);
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(a.at(fromA[i]), b.at(fromB[i]));
        }
        return Constant.of(a.type(), dims, values);
    }

    static int checked(int[] dims) {
        long size = 1;
        for (int n : dims) {
            size = n < 0 || size > MOST ? MOST + 1 : size * n;
        }
        if (size > MOST) {
            throw new NotExpressible("computes constants of the shape " + Arrays.toString(dims));
        }
        return (int) size;
    }

    private static int[] broadcast(int[] a, int[] b) {
        int[] dims = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= dims.length; i++) {
            int fromA = i > a.length ? 1 : a[a.length - i];
            int fromB = i > b.length ? 1 : b[b.length - i];
            if (fromA != fromB && fromA != 1 && fromB != 1) {
                throw new NotExpressible(
                        "combines constants %s and %s".formatted(Arrays.toString(a), Arrays.toString(b)));
            }
            dims[dims.length - i] = fromA == 1 ? fromB : fromA;
        }
        return dims;
    }

    /** Returns, for each element of a shape, which one of a broadcast tensor it is. */
    private static int[] indices(int[] of, int[] dims) {
        int[] indices = new int[checked(dims)];
        int block = 1;
        int stride = 1;
        for (int i = 1; i <= of.length; i++) {
            int size = dims[dims.length - i];
            int own = of[of.length - i];
            for (int at = 0; at < indices.length && own > 1; at++) {
                indices[at] += at / block % size * stride;
            }
            block *= size;
            stride *= own;
        }
        return indices;
    }

    private static Constant cast(Call call) {
        return cast(call.constant(0, "input"), ElementType.of(call.integer("to", 0)));
    }

    private static Constant cast(Constant x, ElementType to) {
        if (to.bytes() == 0) {
            throw new NotExpressible("casts to " + to);
        }
        double[] values = x.doubles();
        for (int i = 0; i < values.length && !Double.isNaN(values[i]); i++) {
            values[i] = to.isReal()
                    ? to == ElementType.DOUBLE ? values[i] : (float) values[i]
                    : to == ElementType.BOOL ? (values[i] == 0 ? 0 : 1) : (long) values[i];
        }
        return Constant.of(to, x.dims(), values);
    }

    private static Constant constantOfShape(Call call) {
        int[] dims = call.constant(0, "shape").ints();
        double[] values = new double[checked(dims)];
        Constant fill = call.hasAttribute("value") ? call.tensor("value") : null;
        Arrays.fill(values, fill == null ? 0 : fill.scalar());
        return Constant.of(fill == null ? ElementType.FLOAT : fill.type(), dims, values);
    }

    private static Constant expand(Call call) {
        Constant x = call.constant(0, "input");
        int[] dims = broadcast(x.dims(), call.constant(1, "shape").ints());
        return binary(x, Constant.of(x.type(), dims, new double[checked(dims)]), (a, b) -> a);
    }

    private static Constant range(Call call) {
        double start = call.constant(0, "start").scalar();
        double limit = call.constant(1, "limit").scalar();
        double step = call.constant(2, "delta").scalar();
        double count = Math.max(Math.ceil((limit - start) / step), 0);
        int size = checked(new int[] {count > MOST || Double.isNaN(count) ? Integer.MAX_VALUE : (int) count});
        double[] values =
                IntStream.range(0, size).mapToDouble(i -> start + i * step).toArray();
        return Constant.of(call.constant(0, "start").type(), new int[] {size}, values);
    }

    private static Constant product(Call call) {
        Constant x = call.constant(0, "input");
        double product = Arrays.stream(x.doubles()).reduce(1, (a, b) -> a * b);
        int[] dims = new int[call.integer("keepdims", 1) == 0 ? 0 : x.rank()];
        if (x.rank() > 1) {
            throw new NotExpressible("multiplies the numbers of " + x.text());
        }
        Arrays.fill(dims, 1);
        return Constant.of(x.type(), dims, new double[] {product});
    }

    private static Constant where(Call call) {
        Constant chosen = binary(call.constant(0, "condition"), call.constant(1, "first"), (c, a) -> c == 0 ? 0 : a);
        Constant other = binary(call.constant(0, "condition"), call.constant(2, "second"), (c, b) -> c == 0 ? b : 0);
        Constant sum = binary(chosen, other, Double::sum);
        return Constant.of(call.constant(1, "first").type(), sum.dims(), sum.doubles());
    }
}
