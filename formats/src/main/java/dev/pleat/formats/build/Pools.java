package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pooling over windows, and over whole axes. */
public final class Pools {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Pools(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    /** What becomes of the elements. */
    public enum Kind {
        /** The largest. */
        MAX("Max"),
        /** Their mean. */
        AVERAGE("Average");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * Pools over windows.
     *
     * @param origin what the operation is called
     * @param x one or more samples of one to three axes and channels; three only with channels first
     * @param kind what becomes of a window
     * @param window what slides
     * @param roundUp whether windows count that reach beyond the padding
     * @param countPadding whether a mean counts the padding as zeros
     * @return the result
     */
    public Value windowed(String origin, Value x, Kind kind, Window window, boolean roundUp, boolean countPadding) {
        String what = "samples of " + window.axes() + " axes with channels";
        Value image = shapes.batched(origin, x, window.axes() + 1, what);
        if (window.axes() < 3) {
            return new WindowedPool(builder, origin, kind, countPadding).pool("", image, window, roundUp);
        }
        if (window.axes() > 3 || !window.channelsFirst()) {
            throw new NotExpressible("pools over " + window.axes() + " axes; the language has 1 and 2");
        }
        // A box is a window along the first axis, then one over the other two.
        Dims shape = image.shape();
        Dims deep = Dims.of(shape.get(0), shape.get(1), shape.get(2) * shape.get(3));
        Value seen = shapes.sample(origin, "depth", image, deep, true);
        WindowedPool pool = new WindowedPool(builder, origin, kind, countPadding);
        Value pooled = pool.pool("depth_pool", seen, part(window, 0, 1), roundUp);
        int depth = pooled.shape().get(1);
        Dims flat = Dims.of(shape.get(0) * depth, shape.get(2), shape.get(3));
        Value images = shapes.sample(origin, "images", pooled, flat, true);
        Value result = pool.pool("", images, part(window, 1, 3), roundUp);
        Dims whole = Dims.of(
                shape.get(0), depth, result.shape().get(1), result.shape().get(2));
        return shapes.sample(origin, "shape", result, whole, true);
    }

    /** Returns a window over two axes: over those in a range, and if that is one, over no more than 1 of the other. */
    private static Window part(Window window, int from, int to) {
        boolean one = to - from == 1;
        return new Window(
                two(window.size(), from, one, 1),
                two(window.strides(), from, one, 1),
                two(window.dilations(), from, one, 1),
                two(window.before(), from, one, 0),
                two(window.after(), from, one, 0),
                true);
    }

    private static int[] two(int[] sizes, int from, boolean one, int neutral) {
        return new int[] {sizes[from], one ? neutral : sizes[from + 1]};
    }

    /**
     * Takes the mean or the maximum over whole axes.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param kind what becomes of the elements
     * @param keep whether the axes stay, of size 1
     * @param axes the axes, that of the batch counted
     * @return the result
     */
    public Value global(String origin, Value x, Kind kind, boolean keep, int... axes) {
        Value operand = facing(origin, x, axes);
        int[] reduced = Arrays.stream(axes)
                .map(axis -> builder.axis(operand, axis, "reduces"))
                .sorted()
                .distinct()
                .toArray();
        Dims shape = operand.shape();
        int[] kept = IntStream.range(0, shape.rank())
                .filter(i -> Arrays.binarySearch(reduced, i) < 0)
                .toArray();
        Dims left = shape.permuted(kept);
        Dims ones = shape;
        for (int axis : reduced) {
            ones = ones.with(axis, 1);
        }
        if (reduced.length == 0) {
            return operand;
        }
        boolean image = shape.rank() == 3 && reduced.length == 2 && reduced[1] - reduced[0] == 1;
        boolean series = shape.rank() == 2 && reduced.length == 1;
        if (image || series) {
            return pooled(origin, operand, kind, keep, reduced[0] > 0, keep ? ones : left);
        }
        Value rows = rows(origin, operand, kept, reduced);
        Value vector = pooled(origin, rows, kind, false, true, Dims.of(left.size()));
        return shapes.sample(origin, "shape", vector, keep ? ones : left, operand.batched());
    }

    /** Returns a matrix with the elements that are kept apart in rows. */
    private Value rows(String origin, Value x, int[] kept, int[] reduced) {
        int[] order =
                IntStream.concat(IntStream.of(kept), IntStream.of(reduced)).toArray();
        Value sorted = shapes.permuteSample(origin, "order", x, order);
        int rows = x.shape().permuted(kept).size();
        return shapes.sample(origin, "rows", sorted, Dims.of(rows, x.shape().size() / rows), x.batched());
    }

    private Value pooled(String origin, Value x, Kind kind, boolean keep, boolean channelsFirst, Dims shape) {
        Attributes attributes = new Attributes()
                .unless(false, "dataFormat", channelsFirst ? (Object) DataFormat.CHANNELS_FIRST : false)
                .unless(false, "keepdims", keep);
        String annotation = "Global" + kind.word() + "Pooling" + (x.shape().rank() - 1) + "D";
        return builder.layer(origin, "", annotation, attributes.map(), Map.of(), shape, x.batched(), x);
    }

    /** {@return the sum over whole axes, as {@link #global} takes the mean} */
    public Value sum(String origin, Value x, boolean keep, int... axes) {
        Value mean = global(origin + "_mean", x, Kind.AVERAGE, keep, axes);
        double count = (double) x.shape().size() / mean.shape().size();
        return builder.arithmetic().multiply(origin, mean, Coefficients.scalar(count));
    }

    /** Returns a value whose axes can be computed along: with its batch of one as a dimension, if that is among them. */
    Value facing(String origin, Value x, int... axes) {
        List<Integer> counted = Arrays.stream(axes)
                .map(axis -> builder.fullAxis(x, axis, "computes"))
                .boxed()
                .toList();
        return x.batched() && counted.contains(0) && builder.batch() == 1 ? shapes.whole(origin, x) : x;
    }
}
