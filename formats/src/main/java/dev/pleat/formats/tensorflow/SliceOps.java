package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Shapes;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What takes values apart, puts them side by side, and picks from constants. */
final class SliceOps {
    private SliceOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("StridedSlice", SliceOps::stridedSlice);
        translators.put("Slice", SliceOps::slice);
        translators.put("Split", operation -> split(operation, 1, 0));
        translators.put("SplitV", operation -> split(operation, 0, 2));
        translators.put("Pack", SliceOps::pack);
        translators.put("Unpack", SliceOps::unpack);
        translators.put("Tile", SliceOps::tile);
    }

    private static List<Result> stridedSlice(Operation operation) {
        int[] begin = operation.constant(1).integers();
        int[] end = ends(operation.constant(2));
        int[] steps = operation.constant(3).integers();
        int[] shape = shape(operation);
        SliceSpec spec = SliceSpec.of(operation.node(), begin, end, steps, shape);
        if (operation.input(0) instanceof Constant constant) {
            Constant part = Numbers.slice(constant, spec.begin, spec.sizes(), spec.steps);
            return List.of(part.reshaped(spec.result()));
        }
        Value x = operation.live(0);
        if (IntStream.of(spec.steps).anyMatch(step -> step < 1)) {
            throw new NotExpressible("slices backwards");
        }
        Shapes shapes = operation.builder().shapes();
        int[] added = spec.added();
        int[] dropped = spec.dropped();
        boolean more = added.length > 0 || dropped.length > 0;
        String origin = operation.origin();
        Value part = shapes.slice(more ? origin + "_cut" : origin, x, spec.begin, spec.end, spec.steps);
        part = dropped.length == 0 ? part : shapes.squeeze(added.length > 0 ? origin + "_axes" : origin, part, dropped);
        return ElementwiseOps.live(added.length == 0 ? part : shapes.unsqueeze(origin, part, added));
    }

    /** The end of a slice may be the size of the batch: all of it. */
    private static int[] ends(Constant ends) {
        return IntStream.range(0, ends.size())
                .map(i -> ends.isPerBatch(i) ? Integer.MAX_VALUE : Constant.whole(ends.get(i)))
                .toArray();
    }

    /** Returns the shape of what is sliced; a batch of any size is as long as can be. */
    private static int[] shape(Operation operation) {
        if (operation.input(0) instanceof Constant constant) {
            return constant.shape();
        }
        Value x = operation.live(0);
        int[] shape = new int[x.rank()];
        int front = x.batched() ? 1 : 0;
        if (x.batched()) {
            int batch = operation.builder().batch();
            shape[0] = batch == 0 ? Integer.MAX_VALUE : batch;
        }
        for (int i = front; i < shape.length; i++) {
            shape[i] = x.shape().get(i - front);
        }
        return shape;
    }

    private static List<Result> slice(Operation operation) {
        int[] begin = operation.constant(1).integers();
        int[] sizes = ends(operation.constant(2));
        int[] shape = shape(operation);
        if (begin.length != shape.length || sizes.length != shape.length) {
            throw new NotExpressible("slices " + begin.length + " dimensions of " + shape.length);
        }
        int[] end = new int[shape.length];
        int[] steps = new int[shape.length];
        for (int i = 0; i < end.length; i++) {
            end[i] = sizes[i] < 0 ? shape[i] : (int) Math.min((long) begin[i] + sizes[i], shape[i]);
            steps[i] = 1;
            if (begin[i] < 0 || begin[i] > end[i]) {
                throw new NotExpressible("slices from " + begin[i] + " to " + end[i]);
            }
        }
        if (operation.input(0) instanceof Constant constant) {
            int[] size =
                    IntStream.range(0, end.length).map(i -> end[i] - begin[i]).toArray();
            return List.of(Numbers.slice(constant, begin, size, steps));
        }
        return ElementwiseOps.live(
                operation.builder().shapes().slice(operation.origin(), operation.live(0), begin, end, steps));
    }

    private static List<Result> split(Operation operation, int input, int axisInput) {
        int axis = Constant.whole(operation.constant(axisInput).single());
        Value x = operation.live(input);
        int at = axis < 0 ? axis + x.rank() : axis;
        int front = x.batched() ? 1 : 0;
        if (at < front || at >= x.rank()) {
            throw new NotExpressible("splits axis " + axis + " of " + x.text());
        }
        int n = x.shape().get(at - front);
        int[] sizes;
        if (operation.node().op().equals("SplitV")) {
            sizes = operation.constant(1).integers();
            int known = IntStream.of(sizes).filter(size -> size >= 0).sum();
            sizes = IntStream.of(sizes).map(size -> size < 0 ? n - known : size).toArray();
        } else {
            int parts = (int) operation.node().integer("num_split", 1);
            if (parts < 1 || parts > n || n % parts != 0) {
                throw new NotExpressible("splits " + n + " into " + parts);
            }
            sizes = IntStream.generate(() -> n / parts).limit(parts).toArray();
        }
        List<Result> outputs = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            String origin = operation.origin() + (sizes.length > 1 ? "_" + outputs.size() : "");
            outputs.add(new Result.Live(part(operation, origin, x, at, from, from + size)));
            from += size;
        }
        return outputs;
    }

    private static Value part(Operation operation, String origin, Value x, int axis, int from, int to) {
        int[] begin = new int[x.rank()];
        int[] end = shape(operation, x);
        int[] steps = new int[x.rank()];
        Arrays.fill(steps, 1);
        begin[axis] = from;
        end[axis] = to;
        return operation.builder().shapes().slice(origin, x, begin, end, steps);
    }

    private static int[] shape(Operation operation, Value x) {
        int[] shape = new int[x.rank()];
        int front = x.batched() ? 1 : 0;
        for (int i = 0; i < shape.length; i++) {
            int batch = operation.builder().batch();
            shape[i] = i < front
                    ? (batch == 0 ? Integer.MAX_VALUE : batch)
                    : x.shape().get(i - front);
        }
        return shape;
    }

    private static List<Result> pack(Operation operation) {
        int axis = (int) operation.node().integer("axis", 0);
        if (operation.areConstant()) {
            List<Constant> parts = new ArrayList<>();
            for (int i = 0; i < operation.count(); i++) {
                Constant part = operation.constant(i);
                List<Integer> shape =
                        new ArrayList<>(Arrays.stream(part.shape()).boxed().toList());
                int at = axis < 0 ? axis + shape.size() + 1 : axis;
                if (at < 0 || at > shape.size()) {
                    throw new NotExpressible("stacks along axis " + axis);
                }
                shape.add(at, 1);
                parts.add(
                        part.reshaped(shape.stream().mapToInt(Integer::intValue).toArray()));
            }
            int at = axis < 0 ? axis + parts.get(0).rank() : axis;
            return List.of(Numbers.concatenate(parts, at));
        }
        Shapes shapes = operation.builder().shapes();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < operation.count(); i++) {
            values.add(shapes.unsqueeze(operation.origin() + "_" + i, operation.live(i), axis));
        }
        return ElementwiseOps.live(shapes.concatenate(operation.origin(), values, axis));
    }

    private static List<Result> unpack(Operation operation) {
        int axis = (int) operation.node().integer("axis", 0);
        int parts = (int) operation.node().integer("num", 0);
        int[] shape = shape(operation);
        int at = axis < 0 ? axis + shape.length : axis;
        if (at < 0 || at >= shape.length || shape[at] != parts || parts > 4096) {
            throw new NotExpressible("takes apart axis " + axis + " into " + parts);
        }
        List<Result> outputs = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            if (operation.input(0) instanceof Constant constant) {
                int[] begin = new int[shape.length];
                int[] size = shape.clone();
                int[] steps = new int[shape.length];
                Arrays.fill(steps, 1);
                begin[at] = i;
                size[at] = 1;
                int[] rest = IntStream.range(0, shape.length)
                        .filter(a -> a != at)
                        .map(a -> shape[a])
                        .toArray();
                outputs.add(Numbers.slice(constant, begin, size, steps).reshaped(rest));
            } else {
                String origin = operation.origin() + "_" + i;
                Value part = part(operation, origin, operation.live(0), at, i, i + 1);
                outputs.add(new Result.Live(operation.builder().shapes().squeeze(origin + "_axis", part, at)));
            }
        }
        return outputs;
    }

    private static List<Result> tile(Operation operation) {
        Constant times = operation.constant(1);
        if (operation.input(0) instanceof Constant constant && !times.isBatchDependent()) {
            Constant result = constant;
            int[] factors = times.integers();
            for (int axis = 0; axis < Math.min(factors.length, constant.rank()); axis++) {
                ConstantOps.small((int) Math.min(Integer.MAX_VALUE, (long) result.size() * Math.max(1, factors[axis])));
                int factor = factors[axis];
                if (factor < 1) {
                    throw new NotExpressible("repeats a constant " + factor + " times");
                }
                if (factor != 1) {
                    Constant part = result;
                    result = Numbers.concatenate(
                            IntStream.range(0, factor).mapToObj(i -> part).toList(), axis);
                }
            }
            return List.of(result);
        }
        Value x = operation.live(0);
        boolean idle = times.size() == x.rank();
        for (int i = 0; idle && i < times.size(); i++) {
            boolean one = x.batched() && i == 0
                    ? times.get(i) == 1 && !times.isPerBatch(i)
                    : x.shape().get(i - (x.batched() ? 1 : 0)) == 1;
            idle = times.get(i) == 1 || one;
        }
        if (!idle || times.isBatchDependent()) {
            throw new NotExpressible("repeats " + x.text());
        }
        return ElementwiseOps.live(operation.builder().shapes().repeat(operation.origin(), x, times.integers()));
    }
}
