package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Convolutions and transposed convolutions. */
final class ConvolutionNodes {
    private ConvolutionNodes() {}

    static void convolution(Call call) {
        Value x = call.value(0);
        Constant weights = call.constant(1, "kernel");
        int[] size = size(call, x, weights);
        Window window = Windows.padded(call, x, size);
        Tensor kernel = Layouts.convolution(weights.tensor());
        Optional<Tensor> bias = bias(call, weights.dims()[0]);
        int groups = groups(call);
        call.result(call.convolutions().convolve(call.origin(), x, kernel, bias, window, groups));
    }

    static void transposed(Call call) {
        Value x = call.value(0);
        Constant weights = call.constant(1, "kernel");
        int[] size = size(call, x, weights);
        int groups = groups(call);
        if (weights.dims()[0] % groups != 0) {
            throw new NotExpressible("has %d groups for a kernel %s".formatted(groups, weights.text()));
        }
        Optional<Tensor> bias = bias(call, weights.dims()[1] * groups);
        Window window = Windows.unpadded(call, size);
        int[] input = Windows.spatial(x);
        int[] extra = call.hasAttribute("output_padding")
                ? Windows.sizes(call, "output_padding", size.length)
                : new int[size.length];
        int[] full = IntStream.range(0, size.length)
                .map(i -> Math.addExact(
                        Math.multiplyExact(input[i] - 1, window.strides()[i]), window.extent(i) + extra[i]))
                .toArray();
        int[] results = results(call, window, input, full);
        Window placed = window.padded(before(call, window, full, results), new int[size.length]);
        Tensor kernel = Layouts.transposed(weights.tensor(), groups);
        if (groups > 1) {
            call.builder().note("'" + call.origin() + "' has groups: zeros in its kernel keep them apart");
        }
        call.result(call.convolutions().transposed(call.origin(), x, kernel, bias, placed, results));
    }

    private static int[] results(Call call, Window window, int[] input, int[] full) {
        int[] given = call.integers("output_shape");
        int axes = window.axes();
        if (given != null) {
            if (given.length < axes) {
                throw new NotExpressible("has output_shape = " + Arrays.toString(given));
            }
            return Arrays.copyOfRange(given, given.length - axes, given.length);
        }
        if (call.text("auto_pad", "NOTSET").startsWith("SAME")) {
            return IntStream.range(0, axes)
                    .map(i -> input[i] * window.strides()[i])
                    .toArray();
        }
        Window padded = Windows.given(call, window);
        return IntStream.range(0, axes)
                .map(i -> full[i] - padded.before()[i] - padded.after()[i])
                .toArray();
    }

    /** Returns where the result begins in the full one; see the operator's description for the halves. */
    private static int[] before(Call call, Window window, int[] full, int[] results) {
        String automatic = call.text("auto_pad", "NOTSET");
        boolean derived = call.hasAttribute("output_shape") || automatic.startsWith("SAME");
        if (!derived) {
            return Windows.given(call, window).before();
        }
        boolean upper = automatic.equals("SAME_UPPER");
        return IntStream.range(0, full.length)
                .map(i -> {
                    int total = Math.max(full[i] - results[i], 0);
                    return upper ? total / 2 : total - total / 2;
                })
                .toArray();
    }

    private static int groups(Call call) {
        long groups = call.integer("group", 1);
        if (groups < 1 || groups > Integer.MAX_VALUE) {
            throw new NotExpressible("has group = " + groups);
        }
        return (int) groups;
    }

    private static Optional<Tensor> bias(Call call, int channels) {
        Optional<Tensor> bias = call.optionalTensor(2, "bias");
        bias.ifPresent(tensor -> {
            if (tensor.shape().size() != 1 || tensor.shape().get(0) != channels) {
                throw new NotExpressible("adds a bias %s to %d channels".formatted(tensor.shape(), channels));
            }
        });
        return bias;
    }

    private static int[] size(Call call, Value x, Constant weights) {
        int axes = Windows.axes(x);
        int[] dims = weights.dims();
        if (dims.length != axes + 2 || weights.size() == 0) {
            throw new NotExpressible("slides a kernel %s over %s".formatted(weights.text(), x.text()));
        }
        int[] size = Arrays.copyOfRange(dims, 2, dims.length);
        int[] given = call.integers("kernel_shape");
        if (given != null && !Arrays.equals(given, size)) {
            throw new NotExpressible(
                    "has kernel_shape = %s for a kernel %s".formatted(Arrays.toString(given), weights.text()));
        }
        return size;
    }
}
