package dev.pleat.formats.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What moves elements without computing. */
public final class Shapes {
    private final NetworkBuilder builder;

    Shapes(NetworkBuilder builder) {
        this.builder = builder;
    }

    /**
     * Gives a value another shape of as many elements.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param target the new shape, the batch included; one dimension may be -1 and is derived
     * @return the result
     */
    public Value reshape(String origin, Value x, int... target) {
        return new Reshaping(builder).reshape(origin, x, target);
    }

    /** Gives a value another sample shape; no layer is needed where the language sees no difference. */
    Value sample(String origin, String suffix, Value x, Dims shape, boolean batched) {
        Dims target = NetworkBuilder.language(shape);
        if (NetworkBuilder.language(x.shape()).equals(target)) {
            return new Value(x.layer(), shape, batched);
        }
        Map<String, Object> attributes =
                new Attributes().set("value", target.toArray()).map();
        return builder.layer(origin, suffix, "Reshape", attributes, Map.of(), shape, batched, x);
    }

    /** {@return a value with dimensions of 1 taken away; with no axes given, all of them but the batch} */
    public Value squeeze(String origin, Value x, int... axes) {
        int front = x.batched() ? 1 : 0;
        List<Integer> gone = new ArrayList<>();
        for (int axis : axes) {
            gone.add(builder.fullAxis(x, axis, "squeezes"));
        }
        boolean all = axes.length == 0;
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < x.shape().rank(); i++) {
            boolean named = gone.contains(i + front);
            if (named && x.shape().get(i) != 1) {
                throw new NotExpressible("squeezes axis " + (i + front) + " of " + x.text());
            }
            if (!named && !(all && x.shape().get(i) == 1)) {
                kept.add(x.shape().get(i));
            }
        }
        boolean batched = x.batched() && !gone.contains(0) && !(all && builder.batch() == 1);
        if (x.batched() && !batched && builder.batch() != 1) {
            throw NotExpressible.batch("squeezes the batch dimension of " + x.text());
        }
        return sample(origin, "", x, new Dims(kept), batched);
    }

    /** {@return a value with dimensions of 1 put in; the axes count in the result} */
    public Value unsqueeze(String origin, Value x, int... axes) {
        return new Reshaping(builder).unsqueeze(origin, x, axes);
    }

    /** {@return a value as a matrix: the dimensions in front of an axis, and those from it on} */
    public Value flatten(String origin, Value x, int axis) {
        int counted = axis == x.rank() ? axis : builder.fullAxis(x, axis, "flattens");
        int front = x.batched() ? 1 : 0;
        int size = x.shape().size();
        if (counted == front && x.batched()) {
            return sample(origin, "", x, Dims.of(size), true);
        }
        if (x.batched() && builder.batch() != 1) {
            throw NotExpressible.batch("flattens " + x.text() + " at axis " + axis);
        }
        int rows = counted == 0 ? 1 : x.shape().product(0, counted - front);
        return reshape(origin, x, rows, size / rows);
    }

    /** {@return a value with its dimensions in another order: dimension i of the result is {@code order[i]}} */
    public Value permute(String origin, Value x, int... order) {
        int rank = x.rank();
        int[] sorted = Arrays.stream(order).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.range(0, rank).toArray())) {
            throw new NotExpressible("permutes " + x.text() + " by " + Arrays.toString(order));
        }
        if (!x.batched()) {
            return permuteSample(origin, "", x, order);
        }
        if (order[0] == 0) {
            int[] rest = IntStream.range(1, rank).map(i -> order[i] - 1).toArray();
            return permuteSample(origin, "", x, rest);
        }
        return permute(origin, whole(origin, x), order);
    }

    /** Permutes the dimensions of a sample. */
    Value permuteSample(String origin, String suffix, Value x, int... order) {
        Dims shape = x.shape().permuted(order);
        // Dimensions of 1 may move without any element moving.
        int[] moving = Arrays.stream(order).filter(i -> x.shape().get(i) != 1).toArray();
        if (IntStream.range(1, moving.length).allMatch(i -> moving[i - 1] < moving[i])) {
            return sample(origin, suffix, x, shape, x.batched());
        }
        int[] dims = Arrays.stream(order).map(i -> i + 1).toArray();
        Map<String, Object> attributes = new Attributes().set("value", dims).map();
        return builder.layer(origin, suffix, "Permute", attributes, Map.of(), shape, x.batched(), x);
    }

    /**
     * Returns a value with its batch of one as an ordinary dimension.
     *
     * @param origin what the operation is called
     * @param x the value
     * @return the value, seen so
     * @throws NotExpressible if its batch is not of size 1
     */
    public Value asWhole(String origin, Value x) {
        return whole(origin, x);
    }

    /** Returns a value with its batch of one as an ordinary dimension. */
    Value whole(String origin, Value x) {
        if (!x.batched()) {
            return x;
        }
        if (builder.batch() != 1) {
            throw NotExpressible.batch("computes across the batch dimension of " + x.text());
        }
        return sample(origin, "whole", x, x.shape().insert(0, 1), false);
    }

    /**
     * Returns a value with its first dimension, of size 1, as a batch.
     *
     * @param origin what the operation is called
     * @param x the value
     * @return the value, seen so
     * @throws NotExpressible if it has another first dimension
     */
    public Value samples(String origin, Value x) {
        return batched(origin, x, x.rank() - 1, "one sample in a batch of 1");
    }

    /** Returns a value with a batch in front, of so many other dimensions. */
    Value batched(String origin, Value x, int rank, String what) {
        Value sample = x;
        if (!x.batched() && x.rank() > 0 && x.shape().get(0) == 1 && builder.batch() == 1) {
            sample = sample(origin, "sample", x, x.shape().range(1, x.rank()), true);
        }
        if (!sample.batched() && x.rank() == rank + 1) {
            throw new NotExpressible("takes one sample of " + what + " but was given " + x.text());
        }
        if (!sample.batched() || sample.shape().rank() != rank) {
            throw new NotExpressible("takes " + what + " but was given " + x.text());
        }
        return sample;
    }

    /** {@return values one behind the other along an axis} */
    public Value concatenate(String origin, List<Value> values, int axis) {
        if (values.size() == 1) {
            return values.get(0);
        }
        List<Value> alike = builder.arithmetic().alike(origin, values);
        Value first = alike.get(0);
        int at = builder.axis(first, axis, "joins");
        long sum = 0;
        for (Value value : alike) {
            boolean fits = value.shape().rank() == first.shape().rank()
                    && value.shape().with(at, 1).equals(first.shape().with(at, 1));
            if (!fits) {
                throw new NotExpressible("joins " + Arithmetic.texts(values) + " along axis " + axis);
            }
            sum += value.shape().get(at);
        }
        Dims shape = first.shape().with(at, (int) Math.min(sum, Integer.MAX_VALUE));
        Map<String, Object> attributes =
                new Attributes().unless(shape.rank(), "axis", at + 1).map();
        return builder.layer(
                origin, "", "Concatenate", attributes, Map.of(), shape, first.batched(), alike.toArray(Value[]::new));
    }

    /**
     * Pads a value, or cuts it where numbers are negative.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param before what is put in front, for each dimension, that of the batch included
     * @param after what is put behind
     * @param fill what it is filled with
     * @return the result
     */
    public Value pad(String origin, Value x, int[] before, int[] after, double fill) {
        if (before.length != x.rank() || after.length != x.rank()) {
            throw new NotExpressible("pads " + before.length + " dimensions of " + x.text());
        }
        if (x.batched() && (before[0] != 0 || after[0] != 0)) {
            throw NotExpressible.batch("pads the batch dimension of " + x.text());
        }
        int front = x.batched() ? 1 : 0;
        int[] sampleBefore = Arrays.copyOfRange(before, front, before.length);
        int[] sampleAfter = Arrays.copyOfRange(after, front, after.length);
        return new Borders(builder).pad(origin, "", x, sampleBefore, sampleAfter, fill);
    }

    /**
     * Cuts a part out of a value, every so manyth element of it.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param begin the first index kept, for each dimension, that of the batch included
     * @param end the index behind the last one
     * @param steps the distance of what is kept, at least 1
     * @return the result
     */
    public Value slice(String origin, Value x, int[] begin, int[] end, int[] steps) {
        int front = x.batched() ? 1 : 0;
        if (x.batched() && (begin[0] != 0 || end[0] < Math.max(builder.batch(), 1) || steps[0] != 1)) {
            throw NotExpressible.batch("slices the batch dimension of " + x.text());
        }
        Dims shape = x.shape();
        int[] before = new int[shape.rank()];
        int[] after = new int[shape.rank()];
        int[] every = new int[shape.rank()];
        for (int i = 0; i < shape.rank(); i++) {
            before[i] = begin[i + front];
            after[i] = shape.get(i) - end[i + front];
            every[i] = steps[i + front];
            if (before[i] < 0 || after[i] < 0 || before[i] + after[i] >= shape.get(i) || every[i] < 1) {
                throw new NotExpressible("keeps %d to %d of axis %d of %s, in steps of %d"
                        .formatted(begin[i + front], end[i + front], i + front, x.text(), every[i]));
            }
        }
        return new Borders(builder).slice(origin, x, before, after, every);
    }

    /** {@return a value with every element repeated along each axis, that of the batch included} */
    public Value repeat(String origin, Value x, int... factors) {
        if (factors.length != x.rank() || x.batched() && factors[0] != 1) {
            throw NotExpressible.batch("repeats " + x.text() + " by " + Arrays.toString(factors));
        }
        int front = x.batched() ? 1 : 0;
        return new Enlarging(builder).repeat(origin, "", x, Arrays.copyOfRange(factors, front, factors.length));
    }

    /** {@return an image enlarged by whole factors with values between the pixels, half-pixel centres} */
    public Value bilinear(String origin, Value x, boolean channelsFirst, int rows, int cols) {
        return new Enlarging(builder).bilinear(origin, x, channelsFirst, rows, cols);
    }

    /**
     * Takes each sample apart into more dimensions, puts those into another order, and brings them together again.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param parts the dimensions of a sample apart
     * @param order their order: dimension i is {@code order[i]} of them
     * @param result the dimensions of the result's samples
     * @return the result
     */
    public Value rearrange(String origin, Value x, Dims parts, int[] order, Dims result) {
        Value apart = sample(origin, "parts", x, parts, x.batched());
        Value ordered = permuteSample(origin, "order", apart, order);
        return sample(origin, "", ordered, result, x.batched());
    }
}
