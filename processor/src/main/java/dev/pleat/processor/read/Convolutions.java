package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Dense;
import dev.pleat.processor.graph.Epilogue;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.Weighting;
import dev.pleat.processor.graph.Window;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the layers that multiply by a kernel. Sequences and images differ in the number of {@code axes} that slide. */
final class Convolutions {

    private Convolutions() {}

    static void dense(LayerContext layer) {
        int units = layer.positive("units");
        Activations.check(layer, "activation");
        Shape shape = layer.input();
        Param kernel = layer.param("kernel", shape.last(), units);
        Chain chain = layer.chain().then("linear", new Dense(units, weights(layer, kernel, units), Epilogue.NONE));
        Activations.attribute(layer, "activation", chain);
        chain.finish();
    }

    static void convolution(LayerContext layer, int axes) {
        int filters = layer.positive("filters");
        int groups = layer.positive("groups");
        Windows.Sizes sizes = Windows.convolution(layer, axes);
        Activations.check(layer, "activation");
        if (filters % groups != 0) {
            layer.problem(
                    Problem.GROUPS_DO_NOT_DIVIDE,
                    "groups",
                    groups,
                    filters,
                    "filters",
                    commonDivisors(filters, filters));
        }
        Chain chain = begin(layer, axes);
        int channels = chain.shape().last();
        if (channels % groups != 0) {
            throw layer.refuse(
                    Problem.GROUPS_DO_NOT_DIVIDE,
                    "groups",
                    groups,
                    channels,
                    "input channels",
                    commonDivisors(channels, filters));
        }
        Window window = Windows.over(layer, sizes, chain.shape(), "kernelSize");
        Param kernel = layer.param("kernel", dims(sizes, channels / groups, filters));
        Weighting weights = weights(layer, kernel, filters);
        finish(layer, chain, new Convolution(window, filters, groups, weights, Epilogue.NONE));
    }

    static void depthwise(LayerContext layer, int axes) {
        int multiplier = layer.positive("depthMultiplier");
        Windows.Sizes sizes = Windows.convolution(layer, axes);
        Activations.check(layer, "activation");
        Chain chain = begin(layer, axes);
        int channels = chain.shape().last();
        Window window = Windows.over(layer, sizes, chain.shape(), "kernelSize");
        Param kernel = layer.param("depthwise_kernel", dims(sizes, channels, multiplier));
        Weighting weights = weights(layer, kernel, Math.multiplyExact(channels, multiplier));
        finish(
                layer,
                chain,
                new Convolution(window, Math.multiplyExact(channels, multiplier), channels, weights, Epilogue.NONE));
    }

    static void separable(LayerContext layer, int axes) {
        int filters = layer.positive("filters");
        int multiplier = layer.positive("depthMultiplier");
        Windows.Sizes sizes = Windows.convolution(layer, axes);
        Activations.check(layer, "activation");
        Chain chain = begin(layer, axes);
        int channels = chain.shape().last();
        Window window = Windows.over(layer, sizes, chain.shape(), "kernelSize");
        Param depthwise = layer.param("depthwise_kernel", dims(sizes, channels, multiplier));
        int between = Math.multiplyExact(channels, multiplier);
        chain.then(
                "depthwise",
                new Convolution(window, between, channels, Weighting.of(depthwise, Optional.empty()), Epilogue.NONE));
        int[] one = axes == 1 ? new int[] {1, between, filters} : new int[] {1, 1, between, filters};
        Weighting weights = weights(layer, layer.param("pointwise_kernel", one), filters);
        finish(layer, chain, new Convolution(Window.pointwise(), filters, 1, weights, Epilogue.NONE));
    }

    static void transposed(LayerContext layer, int axes) {
        int filters = layer.positive("filters");
        Windows.Sizes sizes = Windows.convolution(layer, axes);
        Activations.check(layer, "activation");
        if (sizes.padding().equals("CAUSAL")) {
            layer.problem(Problem.CAUSAL_NOT_HERE, "padding");
        }
        int[] extra = outputPadding(layer, axes, sizes);
        Chain chain = begin(layer, axes);
        int channels = chain.shape().last();
        Window window = Windows.unpadded(sizes);
        Param kernel = layer.param("kernel", dims(sizes, filters, channels));
        Border crop = transposedCrop(window, Image.of(chain.shape()), sizes.padding(), extra, axes);
        Weighting weights = weights(layer, kernel, filters);
        finish(layer, chain, new TransposedConvolution(window, crop, filters, weights, Epilogue.NONE));
    }

    /** Returns the output padding for rows and columns, null if Keras derives it. */
    private static int[] outputPadding(LayerContext layer, int axes, Windows.Sizes sizes) {
        int[] given = layer.integers("outputPadding");
        if (given.length == 0 || axes == 1 && given[0] == -1) {
            return null;
        }
        if (given.length != 1 && given.length != axes) {
            throw layer.refuse(
                    Problem.WRONG_COUNT, "outputPadding", given.length, "outputPadding", axes == 1 ? "1" : "1 or 2");
        }
        int[] extra = new int[2];
        for (int i = 0; i < axes; i++) {
            int padding = given[given.length == 1 ? 0 : i];
            if (padding < 0) {
                layer.problem(Problem.NEGATIVE, "outputPadding", "outputPadding", padding);
            } else if (padding >= sizes.strides()[i]) {
                int stride = sizes.strides()[i];
                layer.problem(Problem.OUTPUT_PADDING_TOO_LARGE, "outputPadding", padding, stride, stride - 1);
            }
            extra[2 - axes + i] = padding;
        }
        return extra;
    }

    private static Border transposedCrop(Window window, Image image, String padding, int[] extra, int axes) {
        boolean same = padding.equals("SAME");
        int[] rows = axes == 1
                ? new int[2]
                : crop(image.rows(), window.extentRows(), window.strideRows(), same, extra == null ? -1 : extra[0]);
        int[] cols = crop(image.cols(), window.extentCols(), window.strideCols(), same, extra == null ? -1 : extra[1]);
        return new Border(rows[0], rows[1], cols[0], cols[1]);
    }

    /**
     * Returns what is cut in front and behind. As in TensorFlow, the result is as long as the input of which a forward
     * convolution makes the {@code n} pixels, and is cut as that one is padded; see Keras's
     * {@code compute_conv_transpose_output_shape} for the lengths.
     */
    private static int[] crop(int n, int extent, int stride, boolean same, int outputPadding) {
        int full = Math.addExact(Math.multiplyExact(n - 1, stride), extent);
        int length;
        if (outputPadding < 0) {
            length =
                    same ? Math.multiplyExact(n, stride) : Math.multiplyExact(n, stride) + Math.max(extent - stride, 0);
        } else {
            length = full - (same ? 2 * (extent / 2) : 0) + outputPadding;
        }
        int before = same ? Math.max(full - length, 0) / 2 : 0;
        return new int[] {before, full - length - before};
    }

    private static Chain begin(LayerContext layer, int axes) {
        boolean first = layer.channelsFirst();
        String what = axes == 1
                ? first ? "[channels, steps]" : "[steps, channels]"
                : first ? "[channels, height, width]" : "[height, width, channels]";
        layer.input(axes + 1, what);
        return first ? layer.chain().channelsLast() : layer.chain();
    }

    /** Adds the operation, its activation and, for channels first, the way back; a softmax comes after that. */
    private static void finish(LayerContext layer, Chain chain, Op op) {
        chain.then("linear", op);
        boolean softmax = Activations.isSoftmax(layer, "activation");
        if (!softmax) {
            Activations.attribute(layer, "activation", chain);
        }
        if (layer.channelsFirst()) {
            chain.channelsFirst();
        }
        if (softmax) {
            Activations.attribute(layer, "activation", chain);
        }
        chain.finish();
    }

    private static Weighting weights(LayerContext layer, Param kernel, int outputs) {
        Optional<Param> bias = layer.flag("useBias") ? Optional.of(layer.param("bias", outputs)) : Optional.empty();
        return Weighting.of(kernel, bias);
    }

    private static int[] dims(Windows.Sizes sizes, int third, int last) {
        int[] kernel = sizes.kernel();
        return kernel.length == 1 ? new int[] {kernel[0], third, last} : new int[] {kernel[0], kernel[1], third, last};
    }

    private static String commonDivisors(int a, int b) {
        return IntStream.rangeClosed(1, Math.min(a, b))
                .filter(i -> a % i == 0 && b % i == 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }
}
