package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Computes what cuts and joins constants, and gives them other shapes. */
final class FoldedShapes {
    private FoldedShapes() {}

    private static int axis(long axis, int rank) {
        long counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= Math.max(rank, 1)) {
            throw new NotExpressible("has the axis " + axis + " for constants of rank " + rank);
        }
        return (int) counted;
    }

    static Constant concat(Call call) {
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
        double[] values = new double[Folding.checked(dims)];
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

    static Constant gather(Call call) {
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
        double[] values = new double[Folding.checked(result)];
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

    static Constant reshape(Call call) {
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

    static Constant slice(Call call) {
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
        double[] values = new double[Folding.checked(dims)];
        for (int i = 0; i < values.length; i++) {
            int row = i / inner / indices.length;
            values[i] = x.at((row * size + indices[i / inner % indices.length]) * inner + i % inner);
        }
        return Constant.of(x.type(), dims, values);
    }

    static Constant squeeze(Call call) {
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

    static Constant unsqueeze(Call call) {
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

    static Constant transpose(Call call) {
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
}
