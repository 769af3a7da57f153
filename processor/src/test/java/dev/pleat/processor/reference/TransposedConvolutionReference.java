package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Transposed convolutions: every input value scatters a window of the kernel into the output.
 *
 * <p>Sizes are Keras 3's and the crop is TensorFlow's, the gradient of a convolution padded as {@code padding} says: of
 * what overhangs the output, half, rounded down, is cut off in front.
 */
final class TransposedConvolutionReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("Conv1DTranspose", "Conv2DTranspose");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        Grid image = Grid.of(layer, inputs.get(0));
        Scatter[] scatters = scatters(layer, image);
        return image.resized(scatters[0].output(), scatters[1].output(), layer.integer("filters", 0))
                .shape();
    }

    @Override
    public Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        Grid image = Grid.of(layer, inputs.get(0));
        int filters = layer.integer("filters", 0);
        int[] window = layer.downAndAcross("kernelSize", 1);
        Map<String, int[]> weights = new LinkedHashMap<>();
        weights.put(
                "kernel",
                layer.twoDimensional()
                        ? new int[] {window[0], window[1], filters, image.channels()}
                        : new int[] {window[1], filters, image.channels()});
        if (layer.flag("useBias", true)) {
            weights.put("bias", new int[] {filters});
        }
        return weights;
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        Grid image = Grid.of(layer, x.shape());
        Grid out = Grid.of(layer, shape(layer, List.of(x.shape())));
        Scatter[] scatters = scatters(layer, image);
        Tensor y = Tensor.zeros(out.shape());
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                for (int down = 0; down < scatters[0].kernel(); down++) {
                    for (int across = 0; across < scatters[1].kernel(); across++) {
                        int toRow = scatters[0].to(row, down);
                        int toColumn = scatters[1].to(column, across);
                        if (toRow >= 0 && toColumn >= 0) {
                            int tap = down * scatters[1].kernel() + across;
                            addTap(x, image, row, column, y, out, toRow, toColumn, weights.get("kernel"), tap);
                        }
                    }
                }
            }
        }
        ConvolutionReference.addBias(y, out, weights.get("bias"));
        return ActivationReference.activate(layer, layer.text("activation", "LINEAR"), y);
    }

    // Kernel: [rows, columns, filters, channels].
    private static void addTap(
            Tensor x, Grid image, int row, int column, Tensor y, Grid out, int toRow, int toColumn, Tensor k, int tap) {
        for (int filter = 0; filter < out.channels(); filter++) {
            double sum = 0;
            for (int channel = 0; channel < image.channels(); channel++) {
                sum += x.data()[image.index(row, column, channel)]
                        * k.data()[(tap * out.channels() + filter) * image.channels() + channel];
            }
            y.data()[out.index(toRow, toColumn, filter)] += sum;
        }
    }

    private static Scatter[] scatters(LayerSpec layer, Grid image) {
        String padding = layer.text("padding", "VALID");
        Illegal.unless(!padding.equals("CAUSAL"), "'%s' cannot be causal", layer.name());
        int[] kernel = layer.downAndAcross("kernelSize", 1);
        int[] stride = layer.downAndAcross("strides", 1, 1);
        int[] dilation = layer.downAndAcross("dilationRate", 1, 1);
        boolean strided = Math.max(stride[0], stride[1]) > 1;
        boolean dilated = Math.max(dilation[0], dilation[1]) > 1;
        Illegal.unless(!(strided && dilated), "'%s' has both strides and dilation", layer.name());
        boolean derived = layer.integers("outputPadding").length == 0 || layer.integer("outputPadding", -1) == -1;
        int[] extra = derived ? new int[] {-1, -1} : layer.downAndAcross("outputPadding", -1);
        return new Scatter[] {
            Scatter.of(image.rows(), kernel[0], stride[0], dilation[0], padding, extra[0]),
            Scatter.of(image.columns(), kernel[1], stride[1], dilation[1], padding, extra[1])
        };
    }

    /** One direction of the scattering; {@code before} is what is cut off in front. */
    private record Scatter(int kernel, int stride, int dilation, int before, int output) {
        /** {@return the scattering of {@code size} values; {@code extra} is the output padding, -1 if derived} */
        static Scatter of(int size, int kernel, int stride, int dilation, String padding, int extra) {
            Illegal.unless(kernel >= 1 && stride >= 1 && dilation >= 1, "window %d/%d/%d", kernel, stride, dilation);
            Illegal.unless(extra < stride, "output padding %d is not below stride %d", extra, stride);
            int reach = (kernel - 1) * dilation + 1;
            int full = (size - 1) * stride + reach;
            int output;
            if (padding.equals("SAME")) {
                output = extra < 0 ? size * stride : (size - 1) * stride + reach % 2 + extra;
            } else {
                output = full + (extra < 0 ? Math.max(reach, stride) - reach : extra);
            }
            return new Scatter(kernel, stride, dilation, Math.max(full - output, 0) / 2, output);
        }

        /** {@return where a tap of the window of input {@code from} lands, or -1 outside} */
        int to(int from, int tap) {
            int to = from * stride + tap * dilation - before;
            return to < output ? Math.max(to, -1) : -1;
        }
    }
}
