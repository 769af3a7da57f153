package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds to a sample's borders, cuts them off, and keeps every so manyth element. */
final class Borders {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Borders(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    /** Pads a sample; negative numbers cut. */
    Value pad(String origin, String suffix, Value x, int[] before, int[] after, double fill) {
        IntStream.concat(IntStream.of(before), IntStream.of(after)).forEach(n -> {
            if (Math.abs((long) n) > Dims.MOST) {
                throw new NotExpressible("pads " + x.text() + " by " + n);
            }
        });
        int[] cutBefore = IntStream.of(before).map(n -> Math.max(-n, 0)).toArray();
        int[] cutAfter = IntStream.of(after).map(n -> Math.max(-n, 0)).toArray();
        int[] addBefore = IntStream.of(before).map(n -> Math.max(n, 0)).toArray();
        int[] addAfter = IntStream.of(after).map(n -> Math.max(n, 0)).toArray();
        for (int i = 0; i < before.length; i++) {
            if ((long) cutBefore[i] + cutAfter[i] >= x.shape().get(i)) {
                throw new NotExpressible(
                        "cuts %d and %d off axis %d of %s".formatted(cutBefore[i], cutAfter[i], i, x.text()));
            }
        }
        Value cut = border(origin, "cut", "Cropping", x, cutBefore, cutAfter);
        boolean filled = fill != 0 && isAny(addBefore, addAfter);
        Value padded = border(origin, filled ? "zeros" : suffix, "ZeroPadding", cut, addBefore, addAfter);
        if (!filled) {
            return padded;
        }
        double[] mask = mask(padded.shape(), addBefore, addAfter, fill);
        Coefficients border = new Coefficients(mask, padded.shape());
        return builder.arithmetic().sampleAffine(origin, suffix, padded, Coefficients.scalar(1), border);
    }

    private static boolean isAny(int[] before, int[] after) {
        return IntStream.concat(IntStream.of(before), IntStream.of(after)).anyMatch(n -> n > 0);
    }

    private static double[] mask(Dims shape, int[] before, int[] after, double fill) {
        if (shape.size() > Coefficients.MOST) {
            throw new NotExpressible("pads " + shape + " by other numbers than 0");
        }
        double[] mask = new double[shape.size()];
        int stride = shape.size();
        for (int axis = 0; axis < shape.rank(); axis++) {
            int n = shape.get(axis);
            stride /= n;
            for (int i = 0; i < mask.length; i++) {
                int index = i / stride % n;
                if (index < before[axis] || index >= n - after[axis]) {
                    mask[i] = fill;
                }
            }
        }
        return mask;
    }

    /** Cuts a sample, then keeps every so manyth element of each axis. */
    Value slice(String origin, Value x, int[] before, int[] after, int[] every) {
        boolean steps = IntStream.of(every).anyMatch(n -> n != 1);
        Value cut = border(origin, steps ? "cut" : "", "Cropping", x, before, after);
        return every(origin, "", cut, every);
    }

    /** Keeps every so manyth element of each axis of a sample. */
    Value every(String origin, String suffix, Value x, int[] every) {
        Value result = x;
        int[] left = every;
        for (int[] axes = axesOf(left, left, 1); axes.length > 0; axes = axesOf(left, left, 1)) {
            Plane plane = Plane.of(result.shape(), axes);
            int rowStep = plane.ofRow(left, 1);
            int colStep = left[plane.col()];
            Dims image = plane.resized((plane.rows() - 1) / rowStep + 1, (plane.cols() - 1) / colStep + 1);
            Map<String, Object> attributes = new Attributes()
                    .sizes("poolSize", 1, 1)
                    .sizes("strides", rowStep, colStep)
                    .unless(DataFormat.CHANNELS_LAST, "dataFormat", plane.format())
                    .map();
            result = through(origin, suffix, "MaxPooling2D", attributes, result, plane, image);
            left = plane.without(left, 1);
        }
        return result;
    }

    /** Returns the axes whose numbers are not neutral. */
    private static int[] axesOf(int[] first, int[] second, int neutral) {
        return IntStream.range(0, first.length)
                .filter(i -> first[i] != neutral || second[i] != neutral)
                .toArray();
    }

    private Value border(String origin, String suffix, String kind, Value x, int[] before, int[] after) {
        Value result = x;
        int[] leftBefore = before;
        int[] leftAfter = after;
        boolean pads = kind.equals("ZeroPadding");
        for (int[] axes = axesOf(leftBefore, leftAfter, 0); axes.length > 0; axes = axesOf(leftBefore, leftAfter, 0)) {
            if (result.shape().rank() == 2 && axes.length == 1 && axes[0] == 0) {
                return series(origin, suffix, kind, result, leftBefore[0], leftAfter[0]);
            }
            Plane plane = Plane.of(result.shape(), axes);
            int[] border = {
                plane.ofRow(leftBefore, 0), plane.ofRow(leftAfter, 0), leftBefore[plane.col()], leftAfter[plane.col()]
            };
            int sign = pads ? 1 : -1;
            Dims image = plane.resized(
                    plane.rows() + sign * (border[0] + border[1]), plane.cols() + sign * (border[2] + border[3]));
            Map<String, Object> attributes = new Attributes()
                    .set("value", shortest(border))
                    .unless(DataFormat.CHANNELS_LAST, "dataFormat", plane.format())
                    .map();
            result = through(origin, suffix, kind + "2D", attributes, result, plane, image);
            leftBefore = plane.without(leftBefore, 0);
            leftAfter = plane.without(leftAfter, 0);
        }
        return result;
    }

    private Value series(String origin, String suffix, String kind, Value x, int before, int after) {
        int steps = x.shape().get(0) + (kind.equals("ZeroPadding") ? before + after : -before - after);
        Map<String, Object> attributes =
                new Attributes().set("value", new int[] {before, after}).map();
        return builder.layer(
                origin, suffix, kind + "1D", attributes, Map.of(), x.shape().with(0, steps), x.batched(), x);
    }

    private static int[] shortest(int[] border) {
        boolean pairs = border[0] == border[1] && border[2] == border[3];
        if (!pairs) {
            return border;
        }
        return border[0] == border[2] ? new int[] {border[0]} : new int[] {border[0], border[2]};
    }

    /** Applies a layer for images to a value seen as one. */
    private Value through(
            String origin,
            String suffix,
            String annotation,
            Map<String, Object> attributes,
            Value x,
            Plane plane,
            Dims image) {
        Value seen = shapes.sample(origin, "image", x, plane.view(), x.batched());
        Value made = builder.layer(origin, suffix, annotation, attributes, Map.of(), image, x.batched(), seen);
        Dims shape = x.shape().with(plane.col(), plane.channelsFirst() ? image.get(2) : image.get(1));
        if (plane.row() >= 0) {
            shape = shape.with(plane.row(), plane.channelsFirst() ? image.get(1) : image.get(0));
        }
        return shapes.sample(origin, "shape", made, shape, x.batched());
    }
}
