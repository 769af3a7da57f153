package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Computes constants of constants, in double precision. */
final class Numbers {
    private Numbers() {}

    /** {@return a function of every number} */
    static Constant map(Constant x, DoubleUnaryOperator function) {
        double[] values = x.values();
        Arrays.setAll(values, i -> function.applyAsDouble(values[i]));
        return Constant.of(values, x.shape());
    }

    /** {@return two constants combined, broadcast as in NumPy} */
    static Constant combine(Constant a, Constant b, DoubleBinaryOperator function) {
        int[] shape = broadcast(a.shape(), b.shape());
        int[] fromA = indices(a.shape(), shape);
        int[] fromB = indices(b.shape(), shape);
        double[] x = a.values();
        double[] y = b.values();
        double[] values = new double[fromA.length];
        Arrays.setAll(values, i -> function.applyAsDouble(x[fromA[i]], y[fromB[i]]));
        return Constant.of(values, shape);
    }

    /** {@return the product of two constants, of which one may count in batches} */
    static Constant multiply(Constant a, Constant b) {
        if (!a.isBatchDependent() && !b.isBatchDependent()) {
            return combine(a, b, (x, y) -> x * y);
        }
        int[] shape = broadcast(a.shape(), b.shape());
        int[] fromA = indices(a.shape(), shape);
        int[] fromB = indices(b.shape(), shape);
        double[] values = new double[fromA.length];
        boolean[] batches = new boolean[fromA.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a.get(fromA[i]) * b.get(fromB[i]);
            batches[i] = a.isPerBatch(fromA[i]) || b.isPerBatch(fromB[i]);
            if (a.isPerBatch(fromA[i]) && b.isPerBatch(fromB[i])) {
                throw NotExpressible.batch("multiplies the size of the batch by itself");
            }
        }
        return Constant.of(values, batches, shape);
    }

    static int[] broadcast(int[] a, int[] b) {
        int[] shape = new int[Math.max(a.length, b.length)];
        for (int i = 0; i < shape.length; i++) {
            int m = size(a, i, shape.length);
            int n = size(b, i, shape.length);
            if (m != n && m != 1 && n != 1) {
                throw new NotExpressible("combines constants " + Arrays.toString(a) + " and " + Arrays.toString(b));
            }
            shape[i] = m == 1 ? n : m;
        }
        return shape;
    }

    private static int size(int[] shape, int axis, int rank) {
        int own = axis - (rank - shape.length);
        return own < 0 ? 1 : shape[own];
    }

    /** {@return for each number of a shape, which one of a smaller shape is broadcast there} */
    static int[] indices(int[] from, int[] shape) {
        int[] indices = new int[Constant.count(shape)];
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            int n = size(from, axis, shape.length);
            strides[axis] = n == 1 ? 0 : stride;
            stride *= n;
        }
        walk(shape, (i, at) -> {
            int index = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                index += at[axis] * strides[axis];
            }
            indices[i] = index;
        });
        return indices;
    }

    /** What is done at each place of a shape. */
    interface Visit {
        /** Is told the number of the place, and where it is. */
        void at(int number, int[] place);
    }

    /** Visits all places of a shape, the last axis fastest. */
    static void walk(int[] shape, Visit visit) {
        int count = Constant.count(shape);
        int[] place = new int[shape.length];
        for (int i = 0; i < count; i++) {
            visit.at(i, place);
            for (int axis = shape.length - 1; axis >= 0 && ++place[axis] == shape[axis]; axis--) {
                place[axis] = 0;
            }
        }
    }

    /** {@return a constant with its axes in another order} */
    static Constant transpose(Constant x, int... order) {
        int[] old = x.shape();
        int[] shape = Arrays.stream(order).map(axis -> old[axis]).toArray();
        int[] strides = strides(old);
        int[] indices = new int[x.size()];
        walk(shape, (i, at) -> {
            int index = 0;
            for (int axis = 0; axis < at.length; axis++) {
                index += at[axis] * strides[order[axis]];
            }
            indices[i] = index;
        });
        return x.picked(indices, shape);
    }

    /** {@return a part of a constant, every so manyth number of it} */
    static Constant slice(Constant x, int[] begin, int[] shape, int[] steps) {
        int[] strides = strides(x.shape());
        int[] indices = new int[Constant.count(shape)];
        walk(shape, (i, at) -> {
            int index = 0;
            for (int axis = 0; axis < at.length; axis++) {
                index += (begin[axis] + at[axis] * steps[axis]) * strides[axis];
            }
            indices[i] = index;
        });
        return x.picked(indices, shape);
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** {@return constants one behind the other along an axis} */
    static Constant concatenate(List<Constant> parts, int axis) {
        int[] shape = parts.get(0).shape();
        shape[axis] = parts.stream().mapToInt(part -> part.shape()[axis]).sum();
        double[] values = new double[Constant.count(shape)];
        boolean[] batches = new boolean[values.length];
        int inner = Arrays.stream(shape, axis + 1, shape.length).reduce(1, (a, b) -> a * b);
        int outer = Arrays.stream(shape, 0, axis).reduce(1, (a, b) -> a * b);
        int next = 0;
        for (int row = 0; row < outer; row++) {
            for (Constant part : parts) {
                int length = part.shape()[axis] * inner;
                if (length * outer != part.size() || next + length > values.length) {
                    throw new NotExpressible("joins constants of different shapes");
                }
                for (int i = 0; i < length; i++, next++) {
                    values[next] = part.get(row * length + i);
                    batches[next] = part.isPerBatch(row * length + i);
                }
            }
        }
        return Constant.of(values, batches, shape);
    }

    /** {@return a constant reduced over axes} */
    static Constant reduce(Constant x, boolean keep, int[] axes, double start, DoubleBinaryOperator function) {
        int[] old = x.shape();
        int[] kept = old.clone();
        Arrays.stream(axes).forEach(axis -> kept[axis] = 1);
        int[] into = indices(kept, old);
        double[] values = new double[Constant.count(kept)];
        boolean[] batches = new boolean[values.length];
        Arrays.fill(values, start);
        for (int i = 0; i < into.length; i++) {
            values[into[i]] = function.applyAsDouble(values[into[i]], x.get(i));
            if (x.isPerBatch(i) && (batches[into[i]] || function.applyAsDouble(2, 3) != 6)) {
                throw NotExpressible.batch("computes with the size of the batch");
            }
            batches[into[i]] |= x.isPerBatch(i);
        }
        int[] shape = keep
                ? kept
                : IntStream.range(0, old.length)
                        .filter(axis -> Arrays.stream(axes).noneMatch(gone -> gone == axis))
                        .map(axis -> old[axis])
                        .toArray();
        return Constant.of(values, batches, shape);
    }
}
