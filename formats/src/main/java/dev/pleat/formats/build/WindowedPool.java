package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Pooling over windows of one or two axes, as layers that together do what explicit paddings and dilations ask for. */
final class WindowedPool {
    /** Functions whose results are at least 0. */
    private static final Set<String> NOT_NEGATIVE = Set.of(
            "RELU", "RELU6", "SIGMOID", "HARD_SIGMOID", "HARD_SIGMOID_KERAS2", "SOFTPLUS", "EXPONENTIAL", "SOFTMAX");

    /** Layers whose results are not negative if what they read is not. */
    private static final Set<String> KEEPS_SIGN = Set.of(
            "MaxPooling1D",
            "MaxPooling2D",
            "AveragePooling1D",
            "AveragePooling2D",
            "Reshape",
            "Permute",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "Cropping1D",
            "Cropping2D",
            "UpSampling1D",
            "UpSampling2D",
            "Identity");

    private final NetworkBuilder builder;
    private final String origin;
    private final Pools.Kind kind;
    private final boolean countPadding;

    WindowedPool(NetworkBuilder builder, String origin, Pools.Kind kind, boolean countPadding) {
        this.builder = builder;
        this.origin = origin;
        this.kind = kind;
        this.countPadding = countPadding;
    }

    Value pool(String suffix, Value x, Window given, boolean roundUp) {
        int[] sizes = Convolutions.spatial(x, given);
        int[] results = results(given, sizes, roundUp);
        Window window = reaching(given.withoutIdleDilation(), sizes, results);
        if (window.isDilated()) {
            return dilated(suffix, x, given, window, sizes, results);
        }
        boolean counted = kind == Pools.Kind.AVERAGE && countPadding;
        if (!window.isPadded()) {
            return layer(suffix, x, window, Padding.VALID, results);
        }
        if (!counted && window.isSameFor(sizes)) {
            return layer(suffix, x, window, Padding.SAME, results);
        }
        if (kind == Pools.Kind.AVERAGE) {
            double[][] shares = shares(given, window, sizes, results);
            boolean even = Arrays.stream(shares).flatMapToDouble(Arrays::stream).allMatch(share -> share == 1);
            Value zeros = padded(x, window, 0);
            Value mean = layer(even ? suffix : joined(suffix, "mean"), zeros, valid(window), Padding.VALID, results);
            return even ? mean : weighted(suffix, mean, window, shares);
        }
        boolean notNegative = isNotNegative(builder.draft(x));
        return notNegative || !fitsDense(window)
                ? layer(
                        suffix,
                        padded(x, window, notNegative ? 0 : -Float.MAX_VALUE),
                        valid(window),
                        Padding.VALID,
                        results)
                : dense(suffix, x, window, sizes, results);
    }

    private static Window valid(Window window) {
        return Window.valid(window.size(), window.strides(), window.dilations(), window.channelsFirst());
    }

    private static String joined(String suffix, String more) {
        return suffix.isEmpty() ? more : suffix + "_" + more;
    }

    /** Returns how many windows there are; the last must not begin behind the input and the padding in front of it. */
    private static int[] results(Window window, int[] sizes, boolean roundUp) {
        int[] results = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            int stride = window.strides()[i];
            results[i] = window.results(i, sizes[i]);
            int room = sizes[i] + window.before()[i] + window.after()[i] - window.extent(i);
            boolean beginsInside = results[i] * (long) stride < sizes[i] + window.before()[i];
            if (roundUp && room % stride != 0 && beginsInside) {
                results[i]++;
            }
        }
        return results;
    }

    /** Returns a window with as much padding behind as its windows reach. */
    private static Window reaching(Window window, int[] sizes, int[] results) {
        int[] after = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            int end = (results[i] - 1) * window.strides()[i] + window.extent(i);
            after[i] = Math.max(end - window.before()[i] - sizes[i], 0);
        }
        return window.padded(window.before(), after);
    }

    private Value padded(Value x, Window window, double fill) {
        int rank = x.shape().rank();
        int[] before = new int[rank];
        int[] after = new int[rank];
        int first = window.channelsFirst() ? 1 : 0;
        System.arraycopy(window.before(), 0, before, first, window.axes());
        System.arraycopy(window.after(), 0, after, first, window.axes());
        return new Borders(builder).pad(origin, "pad", x, before, after, fill);
    }

    /** Returns, for each axis and window, by what a mean over all taps is too small. */
    private double[][] shares(Window given, Window window, int[] sizes, int[] results) {
        double[][] shares = new double[sizes.length][];
        for (int axis = 0; axis < sizes.length; axis++) {
            shares[axis] = new double[results[axis]];
            int from = countPadding ? -given.before()[axis] : 0;
            int to = sizes[axis] + (countPadding ? given.after()[axis] : 0);
            for (int i = 0; i < results[axis]; i++) {
                int begin = i * window.strides()[axis] - window.before()[axis];
                int step = window.dilations()[axis];
                long count = IntStream.range(0, window.size()[axis])
                        .map(tap -> begin + tap * step)
                        .filter(at -> at >= from && at < to)
                        .count();
                if (count == 0) {
                    throw new NotExpressible("takes the mean of a window that lies in the padding");
                }
                shares[axis][i] = (double) window.size()[axis] / count;
            }
        }
        return shares;
    }

    private Value weighted(String suffix, Value mean, Window window, double[][] shares) {
        double[] rows = shares.length == 1 ? new double[] {1} : shares[0];
        double[] cols = shares[shares.length - 1];
        double[] products = new double[rows.length * cols.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = rows[i / cols.length] * cols[i % cols.length];
        }
        int[] spatial = Arrays.stream(shares).mapToInt(share -> share.length).toArray();
        Dims shape = Convolutions.image(spatial, 1, window);
        Coefficients scale = new Coefficients(products, shape);
        return builder.arithmetic().sampleAffine(origin, suffix, mean, scale, Coefficients.scalar(0));
    }

    /** Returns whether a window at every pixel, padded alike on both sides, contains those asked for. */
    private static boolean fitsDense(Window window) {
        return IntStream.range(0, window.axes())
                .allMatch(i ->
                        window.before()[i] <= (window.size()[i] - 1) / 2 && window.after()[i] <= window.size()[i] / 2);
    }

    /** Takes the maximum of a window at every pixel, whose padding counts for nothing, then keeps those asked for. */
    private Value dense(String suffix, Value x, Window window, int[] sizes, int[] results) {
        int[] ones = IntStream.of(sizes).map(n -> 1).toArray();
        Window everywhere = Window.valid(window.size(), ones, ones, window.channelsFirst());
        Value maxima = layer(joined(suffix, "dense"), x, everywhere, Padding.SAME, sizes);
        int rank = x.shape().rank();
        int first = window.channelsFirst() ? 1 : 0;
        int[] before = new int[rank];
        int[] after = new int[rank];
        int[] every = IntStream.range(0, rank).map(i -> 1).toArray();
        for (int i = 0; i < sizes.length; i++) {
            before[first + i] = (window.size()[i] - 1) / 2 - window.before()[i];
            every[first + i] = window.strides()[i];
            after[first + i] = sizes[i] - before[first + i] - ((results[i] - 1) * window.strides()[i] + 1);
        }
        Borders borders = new Borders(builder);
        // What is left behind the last window does not matter, as long as no other begins there.
        for (int i = 0; i < rank; i++) {
            after[i] = after[i] < every[i] ? 0 : after[i];
        }
        return borders.slice(origin, maxima, before, after, every);
    }

    /** Combines the taps of windows with gaps: cuts of the input, each moved by one dilation. */
    private Value dilated(String suffix, Value x, Window given, Window window, int[] sizes, int[] results) {
        boolean max = kind == Pools.Kind.MAX;
        Value taps = padded(x, window, max && !isNotNegative(builder.draft(x)) ? -Float.MAX_VALUE : 0);
        int first = window.channelsFirst() ? 1 : 0;
        int[] every = IntStream.range(0, x.shape().rank()).map(i -> 1).toArray();
        for (int axis = 0; axis < window.axes(); axis++) {
            taps = combined(taps, window, axis);
            every[first + axis] = window.strides()[axis];
        }
        Value result = new Borders(builder).every(origin, suffix, taps, every);
        if (max) {
            return result;
        }
        double[][] shares = shares(given, window, sizes, results);
        boolean even = Arrays.stream(shares).flatMapToDouble(Arrays::stream).allMatch(share -> share == 1);
        return even ? result : weighted(suffix, result, window, shares);
    }

    private Value combined(Value x, Window window, int axis) {
        int rank = x.shape().rank();
        int at = (window.channelsFirst() ? 1 : 0) + axis;
        List<Value> taps = new ArrayList<>();
        for (int tap = 0; tap < window.size()[axis]; tap++) {
            int[] before = new int[rank];
            int[] after = new int[rank];
            before[at] = -tap * window.dilations()[axis];
            after[at] = -(window.extent(axis) - 1 + before[at]);
            taps.add(new Borders(builder).pad(origin, "tap", x, before, after, 0));
        }
        Arithmetic.Merge merge = kind == Pools.Kind.MAX ? Arithmetic.Merge.MAXIMUM : Arithmetic.Merge.AVERAGE;
        return builder.arithmetic().merge(origin, merge, taps);
    }

    private Value layer(String suffix, Value x, Window window, Padding padding, int[] results) {
        Attributes attributes = new Attributes().sizes("poolSize", window.size());
        if (!Arrays.equals(window.strides(), window.size())) {
            attributes.sizes("strides", window.strides());
        }
        attributes
                .unless(Padding.VALID, "padding", padding)
                .unless(false, "dataFormat", window.channelsFirst() ? (Object) DataFormat.CHANNELS_FIRST : false);
        Dims shape = Convolutions.image(results, Convolutions.channels(x, window), window);
        String annotation = kind.word() + "Pooling" + window.axes() + "D";
        return builder.layer(origin, suffix, annotation, attributes.map(), Map.of(), shape, x.batched(), x);
    }

    /** Returns whether no value can be below 0, so that padding by zeros changes no maximum. */
    private boolean isNotNegative(Draft draft) {
        Draft at = draft;
        while (KEEPS_SIGN.contains(at.layer().annotation())) {
            at = builder.network().get(at.input());
        }
        Object function = at.layer().attributes().get(at.is("Activation") ? "value" : "activation");
        boolean rectified = at.is("ReLU") && at.number("negativeSlope", 0) == 0;
        return rectified || at.is("Softmax") || function != null && NOT_NEGATIVE.contains(function.toString());
    }
}
