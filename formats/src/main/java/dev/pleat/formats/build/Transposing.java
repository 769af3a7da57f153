package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Finds the attributes by which a transposed convolution has a given length and place, or what to cut and add. */
final class Transposing {
    private final NetworkBuilder builder;
    private final Convolutions convolutions;

    Transposing(NetworkBuilder builder, Convolutions convolutions) {
        this.builder = builder;
        this.convolutions = convolutions;
    }

    Value transposed(String origin, Value image, Tensor kernel, Optional<Tensor> bias, Window given, int[] results) {
        Window window = given.withoutIdleDilation();
        Tensor weights = kernel;
        if (window.isDilated() && window.isStrided()) {
            builder.note("'" + origin + "' has strides and dilations: its kernel is written with zeros between");
            weights = Kernels.dilated(kernel, window);
            window = Kernels.dense(window);
        }
        int[] input = Convolutions.spatial(image, window);
        Fit fit = new Fit(input, window, results);
        Attributes same = fit.same();
        if (same != null) {
            return layer(origin, same, weights, bias, image, window, results);
        }
        // The part of the full result that is asked for, and how far it reaches beyond the end.
        int[] beyond = fit.all(i -> Math.max(window(given, i) + results[i] - fit.full(i), 0));
        int[] strides = window.strides();
        boolean added = IntStream.range(0, beyond.length).allMatch(i -> beyond[i] < strides[i]);
        int[] extra = added ? beyond : new int[beyond.length];
        int[] whole = fit.all(i -> fit.full(i) + extra[i]);
        int[] before = given.before();
        int[] cutBefore = fit.all(i -> -before[i]);
        int[] cutAfter = fit.all(i -> before[i] + results[i] - whole[i]);
        boolean zeros = IntStream.concat(IntStream.of(cutBefore), IntStream.of(cutAfter))
                .anyMatch(n -> n > 0);
        Attributes valid = new Attributes();
        boolean short_ = IntStream.range(0, extra.length).anyMatch(i -> fit.isShort(i));
        if (short_ || Arrays.stream(extra).anyMatch(n -> n > 0)) {
            valid.sizes("outputPadding", extra);
        }
        Value full = layer(origin, valid, weights, zeros ? Optional.empty() : bias, image, window, whole);
        Value cut = convolutions.padded(origin, full, window.padded(cutBefore, cutAfter));
        if (!zeros || bias.isEmpty()) {
            return cut;
        }
        Coefficients shift = Coefficients.of(bias.get());
        int channelAxis = window.channelsFirst() ? 0 : window.axes();
        int[] dims = IntStream.rangeClosed(0, window.axes()).map(i -> 1).toArray();
        dims[channelAxis] = shift.values().length;
        Coefficients channels = new Coefficients(shift.values(), Dims.of(dims));
        return builder.arithmetic().sampleAffine(origin, "bias", cut, Coefficients.scalar(1), channels);
    }

    private static int window(Window window, int axis) {
        return window.before()[axis];
    }

    /** The lengths along each axis; see the annotation for how they follow from the attributes. */
    private record Fit(int[] input, Window window, int[] results) {
        int[] all(IntUnaryOperator ofAxis) {
            return IntStream.range(0, input.length).map(ofAxis).toArray();
        }

        int full(int axis) {
            return Math.addExact(Math.multiplyExact(input[axis] - 1, window.strides()[axis]), window.extent(axis));
        }

        /** Returns whether the language's own length without padding is more than the full one. */
        boolean isShort(int axis) {
            return window.extent(axis) < window.strides()[axis];
        }

        /** Returns the attributes with SAME padding, null if it gives something else. */
        Attributes same() {
            boolean derived = IntStream.range(0, input.length)
                    .allMatch(i -> results[i] == input[i] * window.strides()[i] && isCentred(i));
            if (derived) {
                return new Attributes().set("padding", Padding.SAME);
            }
            int[] extra = all(i -> results[i] - full(i) + 2 * (window.extent(i) / 2));
            boolean given = IntStream.range(0, input.length)
                    .allMatch(i -> extra[i] >= 0 && extra[i] < window.strides()[i] && isCentred(i));
            return given ? new Attributes().set("padding", Padding.SAME).sizes("outputPadding", extra) : null;
        }

        private boolean isCentred(int axis) {
            return window.before()[axis] == Math.max(full(axis) - results[axis], 0) / 2;
        }
    }

    private Value layer(
            String origin,
            Attributes lengths,
            Tensor kernel,
            Optional<Tensor> bias,
            Value image,
            Window window,
            int[] results) {
        int filters = kernel.shape().get(window.axes());
        Attributes attributes = new Attributes()
                .set("filters", filters)
                .sizes("kernelSize", window.size())
                .sizesUnless(1, "strides", window.strides());
        lengths.map().forEach(attributes::set);
        attributes
                .unless(false, "dataFormat", window.channelsFirst() ? (Object) DataFormat.CHANNELS_FIRST : false)
                .sizesUnless(1, "dilationRate", window.dilations());
        Dims shape = Convolutions.image(results, filters, window);
        String annotation = "Conv" + window.axes() + "DTranspose";
        return convolutions.linear(origin, annotation, attributes, "kernel", kernel, bias, shape, image);
    }
}
