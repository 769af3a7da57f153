package dev.pleat.formats.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Arithmetic with constants, and with other values; shapes broadcast as in NumPy. */
public final class Arithmetic {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Arithmetic(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    /** How values are combined, element by element. */
    public enum Merge {
        /** Their sum. */
        ADD("Add"),
        /** The first less the second. */
        SUBTRACT("Subtract"),
        /** Their product. */
        MULTIPLY("Multiply"),
        /** Their mean. */
        AVERAGE("Average"),
        /** The largest. */
        MAXIMUM("Maximum"),
        /** The smallest. */
        MINIMUM("Minimum"),
        /** The first over the second: no layer of its own, only known in the company of others. */
        DIVIDE(Draft.DIVIDE);

        private final String annotation;

        Merge(String annotation) {
            this.annotation = annotation;
        }
    }

    /** {@return values combined; one alone is itself} */
    public Value merge(String origin, Merge kind, List<Value> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        List<Value> alike = alike(origin, values);
        Dims shape = broadcast(alike);
        boolean batched = alike.stream().anyMatch(Value::batched);
        return builder.layer(
                origin, "", kind.annotation, Map.of(), Map.of(), shape, batched, alike.toArray(Value[]::new));
    }

    /** Returns values that all have a batch in front, or none, with the same meaning of their axes. */
    List<Value> alike(String origin, List<Value> values) {
        boolean uniform =
                values.stream().allMatch(Value::batched) || values.stream().noneMatch(Value::batched);
        int rank = values.stream().mapToInt(Value::rank).max().orElse(0);
        boolean sameRank = values.stream().allMatch(value -> value.rank() == rank);
        if (uniform && (sameRank || !values.get(0).batched() || builder.batch() == 1)) {
            return values;
        }
        if (builder.batch() != 1) {
            throw NotExpressible.batch("combines " + texts(values) + ", whose batches are not at one place");
        }
        List<Value> samples = new ArrayList<>();
        for (Value value : values) {
            boolean leading =
                    !value.batched() && value.rank() == rank && value.shape().get(0) == 1;
            samples.add(
                    leading
                            ? shapes.sample(
                                    origin, "sample", value, value.shape().range(1, rank), true)
                            : value);
        }
        boolean fit = samples.stream().allMatch(value -> value.batched() || value.rank() < rank);
        return fit
                ? samples
                : values.stream().map(value -> shapes.whole(origin, value)).toList();
    }

    private static Dims broadcast(List<Value> values) {
        int rank = values.stream().mapToInt(value -> value.shape().rank()).max().orElseThrow();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            int size = 1;
            for (Value value : values) {
                int axis = i - (rank - value.shape().rank());
                int n = axis < 0 ? 1 : value.shape().get(axis);
                if (n != 1 && size != 1 && n != size) {
                    throw new NotExpressible("combines " + texts(values));
                }
                size = Math.max(size, n);
            }
            sizes.add(size);
        }
        return new Dims(sizes);
    }

    static String texts(List<Value> values) {
        return values.stream().map(Value::text).collect(Collectors.joining(" and "));
    }

    /** {@return a value with constants added} */
    public Value add(String origin, Value x, Coefficients shift) {
        return affine(origin, "", x, Coefficients.scalar(1), shift);
    }

    /** {@return a value multiplied by constants} */
    public Value multiply(String origin, Value x, Coefficients scale) {
        return affine(origin, "", x, scale, Coefficients.scalar(0));
    }

    /** {@return constants less a value} */
    public Value subtractFrom(String origin, Coefficients minuend, Value x) {
        return affine(origin, "", x, Coefficients.scalar(-1), minuend);
    }

    /** {@return the larger, or the smaller, of a value and constants} */
    public Value limit(String origin, Value x, Coefficients bound, boolean upper) {
        boolean zero = DoubleStream.of(bound.values()).allMatch(n -> n == 0) && bound.isScalar();
        if (zero && !upper && bound.shape().rank() <= x.rank()) {
            return builder.functions().activation(origin, x, dev.pleat.ActivationFunction.RELU);
        }
        Value constant = affine(origin, "bound", x, Coefficients.scalar(0), bound);
        return merge(origin, upper ? Merge.MINIMUM : Merge.MAXIMUM, List.of(x, constant));
    }

    /** Multiplies by constants and adds constants; at most one of them has more than one number. */
    private Value affine(String origin, String suffix, Value x, Coefficients scale, Coefficients shift) {
        int rank = Math.max(scale.shape().rank(), shift.shape().rank());
        Value operand = x;
        if (rank > x.rank()) {
            int missing = Math.max(
                    scale.ofRank(x.rank()).shape().rank(),
                    shift.ofRank(x.rank()).shape().rank());
            if (x.batched() && builder.batch() != 1) {
                throw NotExpressible.batch("combines " + x.text() + " and constants of more dimensions");
            }
            Dims whole = (x.batched() ? shapes.whole(origin, x) : x).shape();
            while (whole.rank() < Math.max(rank, missing)) {
                whole = whole.insert(0, 1);
            }
            operand = shapes.sample(origin, "shape", x, whole, false);
        }
        Coefficients alignedScale = scale.ofRank(operand.rank());
        Coefficients alignedShift = shift.ofRank(operand.rank());
        if (!operand.batched()) {
            return sampleAffine(origin, suffix, operand, alignedScale, alignedShift);
        }
        if (alignedScale.shape().get(0) != 1 || alignedShift.shape().get(0) != 1) {
            Value whole = shapes.whole(origin, operand);
            return sampleAffine(origin, suffix, whole, alignedScale, alignedShift);
        }
        int sampleRank = operand.rank() - 1;
        return sampleAffine(
                origin, suffix, operand, alignedScale.ofSample(sampleRank), alignedShift.ofSample(sampleRank));
    }

    /** Multiplies a sample by constants and adds constants; at most one of them has more than one number. */
    Value sampleAffine(String origin, String suffix, Value x, Coefficients scale, Coefficients shift) {
        int rank = x.shape().rank();
        Coefficients larger = (scale.isScalar() ? shift : scale).ofRank(rank);
        Dims target = x.shape();
        int first = rank;
        int last = -1;
        for (int i = 0; i < rank; i++) {
            int n = larger.shape().get(i);
            if (n != 1 && target.get(i) != 1 && target.get(i) != n) {
                throw new NotExpressible("combines " + x.text() + " and constants of the shape " + larger.shape());
            }
            target = n == 1 ? target : target.with(i, n);
            first = n == 1 ? first : Math.min(first, i);
            last = n == 1 ? last : i;
        }
        Value operand = new Enlarging(builder).broadcast(origin, x, target);
        if (last < 0) {
            return scaled(origin, suffix, operand, -1, scale.values(), shift.values());
        }
        int[] spread = target.toArray();
        for (int i = 0; i < rank; i++) {
            spread[i] = i < first || i > last ? 1 : spread[i];
        }
        double[] many = larger.broadcast(Dims.of(spread)).values();
        double[] one = new double[many.length];
        java.util.Arrays.fill(one, (scale.isScalar() ? scale : shift).values()[0]);
        double[] scales = scale.isScalar() ? one : many;
        double[] shifts = scale.isScalar() ? many : one;
        if (first == last) {
            return scaled(origin, suffix, operand, first, scales, shifts);
        }
        Dims merged = target.range(0, first).then(Dims.of(many.length)).then(target.range(last + 1, rank));
        Value seen = shapes.sample(origin, "merged", operand, merged, x.batched());
        Value result = scaled(origin, suffix, seen, first, scales, shifts);
        return shapes.sample(origin, "split", result, target, x.batched());
    }

    /** Adds the affine layer itself, along an axis of the sample. */
    private Value scaled(String origin, String suffix, Value x, int axis, double[] scale, double[] shift) {
        Map<String, Object> attributes = new Attributes()
                .set("axis", axis)
                .set("scale", scale)
                .set("shift", shift)
                .map();
        return builder.layer(origin, suffix, Draft.AFFINE, attributes, Map.of(), x, x);
    }
}
