package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Shapes;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What moves elements without computing, and what asks for shapes. */
final class ShapeOps {
    private ShapeOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("Shape", ShapeOps::shape);
        translators.put(
                "Rank", operation -> List.of(Constant.scalar(full(operation).rank())));
        translators.put("Size", operation -> {
            Constant shape = shapeOf(operation);
            return List.of(Numbers.reduce(shape, false, new int[] {0}, 1, (x, y) -> x * y));
        });
        translators.put("Reshape", ShapeOps::reshape);
        translators.put("Squeeze", ShapeOps::squeeze);
        translators.put("ExpandDims", ShapeOps::expand);
        translators.put("Transpose", ShapeOps::transpose);
        translators.put("ConcatV2", operation -> concatenate(operation, operation.count() - 1));
        translators.put("Concat", operation -> concatenate(operation, 0));
        translators.put("Pad", ShapeOps::pad);
        translators.put("PadV2", ShapeOps::pad);
    }

    /** A row of whole numbers stands for what has this shape. */
    private static Constant shapeOf(Operation operation) {
        if (operation.input(0) instanceof Constant constant) {
            return Constant.row(constant.shape());
        }
        Value x = operation.input(0) instanceof Result.Blocks blocks ? blocks.value() : operation.live(0);
        double[] sizes = new double[x.rank()];
        boolean[] batches = new boolean[sizes.length];
        int front = x.batched() ? 1 : 0;
        if (x.batched()) {
            int batch = operation.builder().batch();
            sizes[0] = Math.max(batch, 1);
            batches[0] = batch == 0;
        }
        for (int i = front; i < sizes.length; i++) {
            sizes[i] = x.shape().get(i - front);
        }
        return Constant.of(sizes, batches, sizes.length);
    }

    private static Constant full(Operation operation) {
        Constant shape = shapeOf(operation);
        return Constant.of(new double[shape.size()], new int[shape.size()]);
    }

    private static List<Result> shape(Operation operation) {
        return List.of(shapeOf(operation));
    }

    private static List<Result> reshape(Operation operation) {
        Constant target = operation.constant(1);
        if (operation.input(0) instanceof Constant constant) {
            return List.of(constant.reshaped(resolved(constant, target.integers())));
        }
        Shapes shapes = operation.builder().shapes();
        if (operation.input(0) instanceof Result.Rows rows) {
            return ElementwiseOps.live(unrolled(rows.value(), target));
        }
        Value x = operation.live(0);
        int[] sizes = new int[target.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Constant.whole(target.get(i));
            if (target.isPerBatch(i) && sizes[i] == 1) {
                sizes[i] = -1;
            }
        }
        if (isRows(x, target, sizes)) {
            return List.of(new Result.Rows(x));
        }
        for (int i = 0; i < sizes.length; i++) {
            if (target.isPerBatch(i) && (i > 0 || sizes[i] != -1)) {
                throw NotExpressible.batch("reshapes " + x.text() + " so that the batch moves");
            }
        }
        boolean twoOpen = sizes.length > 1
                && sizes[0] == -1
                && IntStream.of(sizes).skip(1).anyMatch(n -> n == -1);
        if (twoOpen) {
            // The first is the batch, which the graph asked for; the other one follows from the rest.
            int known = IntStream.of(sizes).skip(1).filter(n -> n != -1).reduce(1, Math::multiplyExact);
            int open = 1
                    + IntStream.of(Arrays.copyOfRange(sizes, 1, sizes.length))
                            .boxed()
                            .toList()
                            .indexOf(-1);
            sizes[open] = x.shape().size() / Math.max(1, known);
        }
        return ElementwiseOps.live(shapes.reshape(operation.origin(), x, sizes));
    }

    /** {@return whether a value is only seen as a matrix whose rows are those of all samples} */
    private static boolean isRows(Value x, Constant target, int[] sizes) {
        if (sizes.length != 2
                || !x.batched()
                || x.rank() < 3
                || sizes[1] != x.shape().last()) {
            return false;
        }
        int rows = x.shape().size() / x.shape().last();
        return target.isPerBatch(0) ? target.get(0) == rows && rows > 1 : sizes[0] == -1 && rows > 1;
    }

    /** Gives rows the shape that they had. */
    private static Value unrolled(Value value, Constant target) {
        boolean fits = target.size() == value.rank();
        for (int i = 1; fits && i < target.size(); i++) {
            int size = value.shape().get(i - 1);
            fits = !target.isPerBatch(i) && (target.get(i) == size || target.get(i) == -1);
        }
        if (!fits) {
            throw NotExpressible.batch("reshapes the rows of all samples of " + value.text() + " to another shape");
        }
        return value;
    }

    private static int[] resolved(Constant constant, int[] target) {
        int[] shape = target.clone();
        int open = IntStream.of(target).boxed().toList().indexOf(-1);
        if (open >= 0) {
            shape[open] = 1;
            int known = Constant.count(shape);
            shape[open] = known == 0 ? 0 : constant.size() / known;
        }
        return shape;
    }

    private static List<Result> squeeze(Operation operation) {
        int[] axes = operation.node().integers("squeeze_dims");
        axes = axes.length > 0 ? axes : operation.node().integers("axis");
        if (operation.input(0) instanceof Constant constant) {
            int[] shape = constant.shape();
            List<Integer> gone = new ArrayList<>();
            for (int axis : axes) {
                gone.add(axis < 0 ? axis + shape.length : axis);
            }
            return List.of(constant.reshaped(IntStream.range(0, shape.length)
                    .filter(i -> gone.isEmpty() ? shape[i] != 1 : !gone.contains(i))
                    .map(i -> shape[i])
                    .toArray()));
        }
        if (operation.input(0) instanceof Result.Deferred deferred) {
            int[] counted =
                    Arrays.stream(axes).map(axis -> axis < 0 ? axis + 4 : axis).toArray();
            return List.of(new Result.Deferred(
                    deferred.blocks(),
                    deferred.depthwise(),
                    deferred.origin(),
                    deferred.kernel(),
                    deferred.window(),
                    counted));
        }
        return ElementwiseOps.live(operation.builder().shapes().squeeze(operation.origin(), operation.live(0), axes));
    }

    private static List<Result> expand(Operation operation) {
        int axis = Constant.whole(operation.constant(1).single());
        if (operation.input(0) instanceof Constant constant) {
            int rank = constant.rank();
            int at = axis < 0 ? axis + rank + 1 : axis;
            if (at < 0 || at > rank) {
                throw new NotExpressible("adds axis " + axis + " to " + rank);
            }
            return List.of(constant.reshaped(inserted(constant.shape(), at, 1)));
        }
        if (operation.input(0) instanceof Result.Blocks blocks) {
            Value x = blocks.value();
            int at = axis < 0 ? axis + x.rank() + 1 : axis;
            Value wide = operation.builder().shapes().unsqueeze(operation.origin(), x, at);
            return List.of(new Result.Blocks(
                    wide,
                    inserted(blocks.dilations(), at, 1),
                    inserted(blocks.before(), at, 0),
                    inserted(blocks.after(), at, 0)));
        }
        return ElementwiseOps.live(operation.builder().shapes().unsqueeze(operation.origin(), operation.live(0), axis));
    }

    private static int[] inserted(int[] numbers, int at, int number) {
        List<Integer> all = new ArrayList<>(Arrays.stream(numbers).boxed().toList());
        all.add(at, number);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Result> transpose(Operation operation) {
        int[] order = operation.constant(1).integers();
        if (operation.input(0) instanceof Constant constant) {
            int[] sorted = Arrays.stream(order).sorted().toArray();
            if (!Arrays.equals(sorted, IntStream.range(0, constant.rank()).toArray())) {
                throw new NotExpressible("transposes a constant by " + Arrays.toString(order));
            }
            return List.of(Numbers.transpose(constant, order));
        }
        return ElementwiseOps.live(operation.builder().shapes().permute(operation.origin(), operation.live(0), order));
    }

    private static List<Result> concatenate(Operation operation, int axisInput) {
        int axis = Constant.whole(operation.constant(axisInput).single());
        List<Integer> parts = IntStream.range(0, operation.count())
                .filter(i -> i != axisInput)
                .boxed()
                .toList();
        if (operation.areConstant()) {
            List<Constant> constants = parts.stream().map(operation::constant).toList();
            int at = axis < 0 ? axis + constants.get(0).rank() : axis;
            if (at < 0 || constants.stream().anyMatch(part -> part.rank() <= at)) {
                throw new NotExpressible("joins constants along axis " + axis);
            }
            return List.of(Numbers.concatenate(constants, at));
        }
        List<Value> values = parts.stream().map(operation::live).toList();
        return ElementwiseOps.live(operation.builder().shapes().concatenate(operation.origin(), values, axis));
    }

    private static List<Result> pad(Operation operation) {
        int[] paddings = operation.constant(1).integers();
        double fill =
                operation.node().op().equals("PadV2") ? operation.constant(2).single() : 0;
        Value x = operation.live(0);
        if (paddings.length != 2 * x.rank() || IntStream.of(paddings).anyMatch(n -> n < 0)) {
            throw new NotExpressible("pads " + x.text() + " by " + Arrays.toString(paddings));
        }
        int[] before = IntStream.range(0, x.rank()).map(i -> paddings[2 * i]).toArray();
        int[] after = IntStream.range(0, x.rank()).map(i -> paddings[2 * i + 1]).toArray();
        return ElementwiseOps.live(operation.builder().shapes().pad(operation.origin(), x, before, after, fill));
    }
}
