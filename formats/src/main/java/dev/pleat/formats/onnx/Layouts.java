package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Brings weights into the language's layouts. */
final class Layouts {
    private static final int MOST = 1 << 28;

    private Layouts() {}

    /** Returns a tensor with its axes in another order. */
    static Tensor permuted(Tensor tensor, int... order) {
        int[] dims = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
        int rank = dims.length;
        int[] strides = new int[rank];
        int stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        int[] to = IntStream.of(order).map(axis -> dims[axis]).toArray();
        int[] index = new int[rank];
        float[] from = tensor.values();
        float[] values = new float[from.length];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = from[at];
            for (int axis = rank - 1; axis >= 0; axis--) {
                at += strides[order[axis]];
                if (++index[axis] < to[axis]) {
                    break;
                }
                at -= to[axis] * strides[order[axis]];
                index[axis] = 0;
            }
        }
        return Tensor.of(values, to);
    }

    /** Returns a kernel {@code [out, in, kernel...]} as {@code [kernel..., in, out]}. */
    static Tensor convolution(Tensor kernel) {
        int rank = kernel.shape().size();
        int[] order = IntStream.range(0, rank).map(i -> (i + 2) % rank).toArray();
        order[rank - 2] = 1;
        order[rank - 1] = 0;
        return permuted(kernel, order);
    }

    /**
     * Returns a kernel {@code [in, out / groups, kernel...]} of a transposed convolution as
     * {@code [kernel..., out, in]}, without groups: zeros keep them apart.
     */
    static Tensor transposed(Tensor kernel, int groups) {
        List<Integer> shape = kernel.shape();
        int in = shape.get(0);
        int out = shape.get(1);
        int rank = shape.size();
        int[] order = IntStream.range(0, rank).map(i -> (i + 2) % rank).toArray();
        order[rank - 2] = 1;
        order[rank - 1] = 0;
        Tensor grouped = permuted(kernel, order);
        if (groups == 1) {
            return grouped;
        }
        int taps = kernel.values().length / Math.max(in * out, 1);
        if ((long) taps * in * out * groups > MOST) {
            throw new NotExpressible("has " + groups + " groups, too many to keep apart in one kernel");
        }
        float[] apart = new float[taps * out * groups * in];
        for (int tap = 0; tap < taps; tap++) {
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    int row = i / (in / groups) * out + o;
                    apart[(tap * out * groups + row) * in + i] = grouped.values()[(tap * out + o) * in + i];
                }
            }
        }
        int[] dims = grouped.shape().stream().mapToInt(Integer::intValue).toArray();
        dims[rank - 2] = out * groups;
        return Tensor.of(apart, dims);
    }
}
