package dev.pleat.formats.keras;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.List;

/** Kernels of older versions and other backends of Keras in today's layout. */
final class Kernels {
    private Kernels() {}

    /**
     * Permutes the axes.
     *
     * @param axes for each axis of the result, which of the kernel it is
     */
    static Tensor transposed(Tensor kernel, int... axes) {
        int[] shape = new int[axes.length];
        int[] strides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shape[i] = kernel.shape().get(axes[i]);
            strides[i] = stride(kernel.shape(), axes[i]);
        }
        float[] values = new float[kernel.values().length];
        int[] index = new int[axes.length];
        for (int i = 0; i < values.length; i++) {
            int at = 0;
            for (int axis = 0; axis < axes.length; axis++) {
                at += index[axis] * strides[axis];
            }
            values[i] = kernel.values()[at];
            advance(index, shape);
        }
        return Tensor.of(values, shape);
    }

    /** {@return the kernel turned round in its first axes, as Theano's convolution applies it} */
    static Tensor flipped(Tensor kernel, int axes) {
        int inner = 1;
        for (int length : kernel.shape().subList(axes, kernel.shape().size())) {
            inner *= length;
        }
        int outer = inner == 0 ? 0 : kernel.values().length / inner;
        float[] values = new float[kernel.values().length];
        for (int i = 0; i < outer; i++) {
            // Turning all of the first axes round reverses their row-major order.
            System.arraycopy(kernel.values(), (outer - 1 - i) * inner, values, i * inner, inner);
        }
        return new Tensor(kernel.shape(), values);
    }

    /** {@return the same numbers in another shape} */
    static Tensor reshaped(Tensor tensor, int... shape) {
        return Tensor.of(tensor.values(), shape);
    }

    private static int stride(List<Integer> shape, int axis) {
        int stride = 1;
        for (int length : shape.subList(axis + 1, shape.size())) {
            stride *= length;
        }
        return stride;
    }

    private static void advance(int[] index, int... shape) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis]++;
            if (index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }
}
