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
        FUNCTIONS.put("Concat", Folding::concat);
        FUNCTIONS.put("ConstantOfShape", Folding::constantOfShape);
        FUNCTIONS.put("Expand", Folding::expand);
        FUNCTIONS.put("Gather", Folding::gather);
        FUNCTIONS.put("Range", Folding::range);
        FUNCTIONS.put("ReduceProd", Folding::product);
        FUNCTIONS.put("Reshape", Folding::reshape);
        FUNCTIONS.put("Slice", Folding::slice);
        FUNCTIONS.put("Squeeze", Folding::squeeze);
        FUNCTIONS.put("Transpose", Folding::transpose);
        FUNCTIONS.put("Unsqueeze", Folding::unsqueeze);
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

    private static int checked(int[] dims) {
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

    private static int axis(long axis, int rank) {
        long counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= Math.max(rank, 1)) {
            throw new NotExpressible("has the axis " + axis + " for constants of rank " + rank);
        }
        return (int) counted;
    }

    private static Constant concat(Call call) {
        Constant first = call.constant(0, "input");
        int axis = axis(call.integer("axis", 0), first.rank());
        int[] dims = first.dims();
        if (dims.length == 0) {
            throw new NotExpressible("joins single numbers");
        }
        for (int i = 1; i < call.count(); i++) {
            int[] other = call.constant(i, "input").dims();
            int[] expected = dims.clone();
            if (other.length == dims.length) {
                expected[axis] = other[axis];
            }
            if (!Arrays.equals(other, expected)) {
                throw new NotExpressible("joins constants " + first.text() + " and " + Arrays.toString(other));
            }
            dims[axis] = Math.addExact(dims[axis], other[axis]);
        }
        double[] values = new double[checked(dims)];
        int outer = (int) Constant.size(Arrays.copyOf(dims, axis));
        int at = 0;
        for (int row = 0; row < outer; row++) {
            for (int i = 0; i < call.count(); i++) {
                Constant part = call.constant(i, "input");
                int length = part.size() / outer;
                for (int j = 0; j < length; j++) {
                    values[at++] = part.at(row * length + j);
                }
            }
        }
        return Constant.of(first.type(), dims, values);
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

    private static Constant gather(Call call) {
        Constant x = call.constant(0, "input");
        Constant indices = call.constant(1, "indices");
        int axis = axis(call.integer("axis", 0), x.rank());
        int[] dims = x.dims();
        int outer = (int) Constant.size(Arrays.copyOf(dims, axis));
        int inner = (int) Constant.size(Arrays.copyOfRange(dims, axis + 1, dims.length));
        int[] result = IntStream.concat(
                        IntStream.concat(Arrays.stream(dims, 0, axis), Arrays.stream(indices.dims())),
                        Arrays.stream(dims, axis + 1, dims.length))
                .toArray();
        double[] values = new double[checked(result)];
        int at = 0;
        for (int row = 0; row < outer; row++) {
            for (int index : indices.ints()) {
                int from = index < 0 ? index + dims[axis] : index;
                if (from < 0 || from >= dims[axis]) {
                    throw new NotExpressible("gathers index " + index + " of " + x.text());
                }
                for (int i = 0; i < inner; i++) {
                    values[at++] = x.at((row * dims[axis] + from) * inner + i);
                }
            }
        }
        return Constant.of(x.type(), result, values);
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

    private static Constant reshape(Call call) {
        Constant x = call.constant(0, "input");
        int[] dims = call.axes(1, "shape").clone();
        int free = -1;
        long known = 1;
        for (int i = 0; i < dims.length; i++) {
            dims[i] = dims[i] == 0 && i < x.rank() ? x.dims()[i] : dims[i];
            free = dims[i] == -1 ? i : free;
            known = dims[i] == -1 ? known : Math.multiplyExact(known, (long) dims[i]);
        }
        if (free >= 0 && known > 0) {
            dims[free] = (int) (x.size() / known);
            known *= dims[free];
        }
        if (known != x.size() || Arrays.stream(dims).anyMatch(n -> n < 0)) {
            throw new NotExpressible("reshapes constants %s to %s".formatted(x.text(), Arrays.toString(dims)));
        }
        return x.shaped(dims);
    }

    private static Constant slice(Call call) {
        Constant x = call.constant(0, "input");
        int[] begins = call.axes(1, "starts");
        int[] ends = call.axes(2, "ends");
        int[] given = call.axes(3, "axes");
        int[] steps = call.has(4) ? call.constant(4, "steps").ints() : null;
        Constant result = x;
        for (int i = 0; i < begins.length; i++) {
            int axis = axis(given == null ? i : given[i], x.rank());
            int size = result.dims()[axis];
            int step = steps == null ? 1 : steps[i];
            int begin = clamp(begins[i], size, step > 0 ? size : size - 1, step > 0 ? 0 : 0);
            int end = clamp(ends[i], size, size, step > 0 ? 0 : -1);
            IntStream kept = step > 0
                    ? IntStream.iterate(begin, at -> at < end, at -> at + step)
                    : IntStream.iterate(begin, at -> step < 0 && at > end, at -> at + step);
            result = taken(result, axis, kept.toArray());
        }
        return result;
    }

    private static int clamp(int bound, int size, int most, int least) {
        long counted = bound < 0 ? (long) bound + size : bound;
        return (int) Math.max(least, Math.min(counted, most));
    }

    private static Constant taken(Constant x, int axis, int[] indices) {
        int[] dims = x.dims();
        int inner = (int) Constant.size(Arrays.copyOfRange(dims, axis + 1, dims.length));
        int size = dims[axis];
        dims[axis] = indices.length;
        double[] values = new double[checked(dims)];
        for (int i = 0; i < values.length; i++) {
            int row = i / inner / indices.length;
            values[i] = x.at((row * size + indices[i / inner % indices.length]) * inner + i % inner);
        }
        return Constant.of(x.type(), dims, values);
    }

    private static Constant squeeze(Call call) {
        Constant x = call.constant(0, "input");
        int[] axes = call.axes(1, "axes");
        int[] dims = x.dims();
        int[] gone = axes == null
                ? IntStream.range(0, dims.length).filter(i -> dims[i] == 1).toArray()
                : Arrays.stream(axes).map(axis -> axis(axis, x.rank())).toArray();
        int[] kept = IntStream.range(0, dims.length)
                .filter(i -> Arrays.stream(gone).noneMatch(axis -> axis == i))
                .map(i -> dims[i])
                .toArray();
        if (Constant.size(kept) != x.size()) {
            throw new NotExpressible("squeezes constants " + x.text());
        }
        return x.shaped(kept);
    }

    private static Constant unsqueeze(Call call) {
        Constant x = call.constant(0, "input");
        int[] axes = call.axes(1, "axes");
        int rank = x.rank() + axes.length;
        int[] dims = new int[rank];
        for (int axis : axes) {
            dims[axis(axis, rank)] = 1;
        }
        int next = 0;
        for (int i = 0; i < rank; i++) {
            dims[i] = dims[i] == 1 || next == x.rank() ? 1 : x.dims()[next++];
        }
        return x.shaped(dims);
    }

    private static Constant transpose(Call call) {
        Constant x = call.constant(0, "input");
        int rank = x.rank();
        int[] order = call.integers("perm");
        return transposed(
                x,
                order == null ? IntStream.range(0, rank).map(i -> rank - 1 - i).toArray() : order);
    }

    static Constant transposed(Constant x, int... order) {
        int[] sorted = Arrays.stream(order).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.range(0, x.rank()).toArray())) {
            throw new NotExpressible("permutes constants " + x.text() + " by " + Arrays.toString(order));
        }
        return x.size() == 0
                ? x
                : Constant.of(IntStream.of(order).map(i -> x.dims()[i]).toArray(), permuted(x, order));
    }

    private static float[] permuted(Constant x, int[] order) {
        return Layouts.permuted(x.tensor(), order).values();
    }

    private static Constant where(Call call) {
        Constant chosen = binary(call.constant(0, "condition"), call.constant(1, "first"), (c, a) -> c == 0 ? 0 : a);
        Constant other = binary(call.constant(0, "condition"), call.constant(2, "second"), (c, b) -> c == 0 ? b : 0);
        Constant sum = binary(chosen, other, Double::sum);
        return Constant.of(call.constant(1, "first").type(), sum.dims(), sum.doubles());
    }
}
