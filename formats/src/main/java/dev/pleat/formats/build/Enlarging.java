package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.Interpolation;
import java.util.Arrays;
import java.util.Map;

/** Repeats the elements of samples, or puts values between them. */
final class Enlarging {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Enlarging(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    /** Repeats every element of each axis of a sample. */
    Value repeat(String origin, String suffix, Value x, int[] factors) {
        if (Arrays.stream(factors).anyMatch(n -> n < 1 || n > Dims.MOST)) {
            throw new NotExpressible("repeats " + x.text() + " by " + Arrays.toString(factors));
        }
        Value result = x;
        boolean image = x.shape().rank() == 3 && (factors[0] == 1 || factors[2] == 1);
        if (image && Arrays.stream(factors).anyMatch(n -> n > 1)) {
            boolean first = factors[0] == 1;
            int at = first ? 1 : 0;
            return enlarge(origin, suffix, x, first, factors[at], factors[at + 1], Interpolation.NEAREST);
        }
        for (int axis = 0; axis < factors.length; axis++) {
            if (factors[axis] != 1) {
                result = alongOne(origin, suffix, result, axis, factors[axis]);
            }
        }
        return result;
    }

    private Value alongOne(String origin, String suffix, Value x, int axis, int factor) {
        Dims shape = x.shape();
        Dims series = Dims.of(shape.product(0, axis + 1), shape.product(axis + 1, shape.rank()));
        Value seen = shapes.sample(origin, "series", x, series, x.batched());
        Map<String, Object> attributes = new Attributes().set("value", factor).map();
        int steps = Math.multiplyExact(series.get(0), factor);
        Value repeated = builder.layer(
                origin, suffix, "UpSampling1D", attributes, Map.of(), series.with(0, steps), x.batched(), seen);
        Dims result = shape.with(axis, Math.multiplyExact(shape.get(axis), factor));
        return shapes.sample(origin, "shape", repeated, result, x.batched());
    }

    /** Repeats the axes of size 1 of a sample so that it gets a shape. */
    Value broadcast(String origin, Value x, Dims shape) {
        int[] factors = new int[shape.rank()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = shape.get(i) / x.shape().get(i);
        }
        return repeat(origin, "spread", x, factors);
    }

    Value bilinear(String origin, Value x, boolean channelsFirst, int rows, int cols) {
        Value image = shapes.batched(origin, x, 3, "an image");
        return enlarge(origin, "", image, channelsFirst, rows, cols, Interpolation.BILINEAR);
    }

    private Value enlarge(
            String origin, String suffix, Value x, boolean first, int rows, int cols, Interpolation interpolation) {
        int at = first ? 1 : 0;
        Dims shape = x.shape()
                .with(at, Math.multiplyExact(x.shape().get(at), rows))
                .with(at + 1, Math.multiplyExact(x.shape().get(at + 1), cols));
        Map<String, Object> attributes = new Attributes()
                .sizes("size", rows, cols)
                .unless(Interpolation.NEAREST, "interpolation", interpolation)
                .unless(false, "dataFormat", first ? (Object) DataFormat.CHANNELS_FIRST : false)
                .map();
        return builder.layer(origin, suffix, "UpSampling2D", attributes, Map.of(), shape, x.batched(), x);
    }
}
