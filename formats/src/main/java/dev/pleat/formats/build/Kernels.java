package dev.pleat.formats.build;

import dev.pleat.runtime.Safetensors.Tensor;

/** Other forms of kernels. */
final class Kernels {
    private Kernels() {}

    /** Returns a kernel {@code [kernel..., a, b]} with zeros between its taps. */
    static Tensor dilated(Tensor kernel, Window window) {
        int axes = window.axes();
        int rows = axes == 1 ? 1 : window.size()[0];
        int cols = window.size()[axes - 1];
        int rowStep = axes == 1 ? 1 : window.dilations()[0];
        int colStep = window.dilations()[axes - 1];
        int inner = kernel.shape().get(axes) * kernel.shape().get(axes + 1);
        int[] dims = kernel.shape().stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < axes; i++) {
            dims[i] = window.extent(i);
        }
        int width = window.extent(axes - 1);
        float[] spread = new float[Dims.of(dims).size()];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int to = (row * rowStep * width + col * colStep) * inner;
                System.arraycopy(kernel.values(), (row * cols + col) * inner, spread, to, inner);
            }
        }
        return Tensor.of(spread, dims);
    }

    /** Returns the window of a kernel whose dilation is written out. */
    static Window dense(Window window) {
        int[] size = new int[window.axes()];
        int[] ones = new int[window.axes()];
        for (int i = 0; i < size.length; i++) {
            size[i] = window.extent(i);
            ones[i] = 1;
        }
        return new Window(size, window.strides(), ones, window.before(), window.after(), window.channelsFirst());
    }
}
