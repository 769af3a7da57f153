package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Convolutions and matrix products by kernels that are in the file. */
public final class Convolutions {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Convolutions(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    /**
     * Convolves.
     *
     * @param origin what the operation is called
     * @param x one or more samples of one or two axes and channels
     * @param kernel {@code [kernel..., in / groups, out]}
     * @param bias {@code [out]}
     * @param window what slides
     * @param groups how many groups of channels are convolved apart
     * @return the result
     */
    public Value convolve(String origin, Value x, Tensor kernel, Optional<Tensor> bias, Window window, int groups) {
        Value image = image(origin, x, window);
        int channels = channels(image, window);
        int filters = kernel.shape().get(window.axes() + 1);
        checkKernel(kernel, window, image);
        if (groups < 1
                || channels % groups != 0
                || filters % groups != 0
                || kernel.shape().get(window.axes()) != channels / groups) {
            throw new NotExpressible(
                    "convolves %s by a kernel %s in %d groups".formatted(image.text(), kernel.shape(), groups));
        }
        boolean depthwise = groups > 1 && groups == channels;
        Slide slide = slide(origin, image, window, kernel);
        Attributes attributes = new Attributes();
        if (!depthwise) {
            attributes.set("filters", filters);
        }
        slide.describe(attributes);
        if (depthwise) {
            attributes.unless(1, "depthMultiplier", filters / groups);
        } else {
            attributes.unless(1, "groups", groups);
        }
        Dims shape = shape(slide.input(), slide.window(), filters);
        Tensor weights = depthwise ? depthwise(slide.kernel(), channels, window.axes()) : slide.kernel();
        return linear(
                origin,
                (depthwise ? "DepthwiseConv" : "Conv") + window.axes() + "D",
                attributes,
                depthwise ? "depthwise_kernel" : "kernel",
                weights,
                bias,
                shape,
                slide.input());
    }

    /** {@return a depthwise convolution by a kernel {@code [kernel..., in, multiplier]}} */
    public Value depthwise(String origin, Value x, Tensor kernel, Optional<Tensor> bias, Window window) {
        List<Integer> dims = kernel.shape();
        int channels = dims.get(window.axes());
        int[] grouped = dims.stream().mapToInt(Integer::intValue).toArray();
        grouped[window.axes()] = 1;
        grouped[window.axes() + 1] = channels * dims.get(window.axes() + 1);
        return convolve(origin, x, Tensor.of(kernel.values(), grouped), bias, window, channels);
    }

    /** Grouped by one channel each, a kernel has the same numbers in the same order. */
    private static Tensor depthwise(Tensor kernel, int channels, int axes) {
        int[] dims = kernel.shape().stream().mapToInt(Integer::intValue).toArray();
        dims[axes] = channels;
        dims[axes + 1] = dims[axes + 1] / channels;
        return Tensor.of(kernel.values(), dims);
    }

    /**
     * A convolution as the language can have it.
     *
     * @param input the input, padded unless the padding has a name
     */
    private record Slide(Value input, Tensor kernel, Window window, Padding padding) {
        void describe(Attributes attributes) {
            attributes
                    .sizes("kernelSize", window.size())
                    .sizesUnless(1, "strides", window.strides())
                    .unless(Padding.VALID, "padding", padding)
                    .unless(false, "dataFormat", window.channelsFirst() ? (Object) DataFormat.CHANNELS_FIRST : false)
                    .sizesUnless(1, "dilationRate", window.dilations());
        }
    }

    private Slide slide(String origin, Value image, Window given, Tensor kernel) {
        Window window = given.withoutIdleDilation();
        Tensor weights = kernel;
        if (window.isDilated() && window.isStrided()) {
            builder.note("'" + origin + "' has strides and dilations: its kernel is written with zeros between");
            weights = Kernels.dilated(kernel, window);
            window = Kernels.dense(window);
        }
        int[] sizes = spatial(image, window);
        if (window.isPadded() && window.isSameFor(sizes)) {
            return new Slide(image, weights, window, Padding.SAME);
        }
        boolean causal = window.axes() == 1
                && window.isPadded()
                && window.before()[0] == window.extent(0) - 1
                && window.after()[0] == 0;
        if (causal) {
            return new Slide(image, weights, window, Padding.CAUSAL);
        }
        Value padded = padded(origin, image, window);
        Window valid = Window.valid(window.size(), window.strides(), window.dilations(), window.channelsFirst());
        return new Slide(padded, weights, valid, Padding.VALID);
    }

    /** Adds a window's padding around an image as zeros. */
    Value padded(String origin, Value image, Window window) {
        int rank = image.shape().rank();
        int[] before = new int[rank];
        int[] after = new int[rank];
        int first = window.channelsFirst() ? 1 : 0;
        System.arraycopy(window.before(), 0, before, first, window.axes());
        System.arraycopy(window.after(), 0, after, first, window.axes());
        return new Borders(builder).pad(origin, "pad", image, before, after, 0);
    }

    /**
     * Convolves backwards: every input pixel adds its kernel to the result.
     *
     * @param origin what the operation is called
     * @param x one or more samples of one or two axes and channels
     * @param kernel {@code [kernel..., out, in]}, without groups
     * @param bias {@code [out]}
     * @param window what slides; {@code before} is what the full result is cut by in front, {@code after} counts for nothing
     * @param results the sizes of the result
     * @return the result
     */
    public Value transposed(
            String origin, Value x, Tensor kernel, Optional<Tensor> bias, Window window, int[] results) {
        Value image = image(origin, x, window);
        checkKernel(kernel, window, image);
        if (kernel.shape().get(window.axes() + 1) != channels(image, window)) {
            throw new NotExpressible("convolves %s backwards by a kernel %s".formatted(image.text(), kernel.shape()));
        }
        return new Transposing(builder, this).transposed(origin, image, kernel, bias, window, results);
    }

    /** {@return a value times a matrix {@code [in, out]}, along its last axis} */
    public Value dense(String origin, Value x, Tensor kernel, Optional<Tensor> bias) {
        if (kernel.shape().size() != 2
                || x.shape().rank() == 0
                || !kernel.shape().get(0).equals(x.shape().last())) {
            throw new NotExpressible("multiplies %s by a matrix %s".formatted(x.text(), kernel.shape()));
        }
        int units = kernel.shape().get(1);
        Dims shape = x.shape().with(x.shape().rank() - 1, units);
        Attributes attributes = new Attributes().set("units", units);
        return linear(origin, "Dense", attributes, "kernel", kernel, bias, shape, x);
    }

    /**
     * Multiplies matrices that are both computed, as NumPy's {@code matmul}.
     *
     * @param origin what the operation is called
     * @param a the left factor
     * @param b the right factor
     * @return the result
     */
    public Value product(String origin, Value a, Value b) {
        return new MatrixProducts(builder).product(origin, a, b);
    }

    /** Adds a layer with a kernel. */
    Value linear(
            String origin,
            String annotation,
            Attributes attributes,
            String weight,
            Tensor kernel,
            Optional<Tensor> bias,
            Dims shape,
            Value x) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put(weight, kernel);
        bias.ifPresent(tensor -> weights.put("bias", tensor));
        attributes.unless(true, "useBias", bias.isPresent());
        return builder.layer(origin, "", annotation, attributes.map(), weights, shape, x.batched(), x);
    }

    private Value image(String origin, Value x, Window window) {
        if (window.axes() > 2) {
            throw new NotExpressible("slides over " + window.axes() + " axes; the language has 1 and 2");
        }
        String what = window.axes() == 1 ? "a series with channels" : "an image with channels";
        return shapes.batched(origin, x, window.axes() + 1, what);
    }

    private static void checkKernel(Tensor kernel, Window window, Value image) {
        boolean fits = kernel.shape().size() == window.axes() + 2;
        for (int i = 0; fits && i < window.axes(); i++) {
            fits = kernel.shape().get(i) == window.size()[i];
        }
        if (!fits || kernel.values().length == 0) {
            throw new NotExpressible("slides a window of %s with a kernel %s over %s"
                    .formatted(Arrays.toString(window.size()), kernel.shape(), image.text()));
        }
    }

    static int channels(Value image, Window window) {
        return window.channelsFirst() ? image.shape().get(0) : image.shape().last();
    }

    static int[] spatial(Value image, Window window) {
        int first = window.channelsFirst() ? 1 : 0;
        return image.shape().range(first, first + window.axes()).toArray();
    }

    /** Returns the shape of what a window makes of an image. */
    static Dims shape(Value image, Window window, int channels) {
        int[] sizes = spatial(image, window);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = window.results(i, sizes[i]);
        }
        return image(sizes, channels, window);
    }

    static Dims image(int[] sizes, int channels, Window window) {
        Dims spatial = Dims.of(sizes);
        return spatial.insert(window.channelsFirst() ? 0 : sizes.length, channels);
    }
}
