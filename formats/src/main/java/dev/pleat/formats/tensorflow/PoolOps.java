package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Pools;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Pooling, and reductions over axes. */
final class PoolOps {
    private PoolOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("MaxPool", operation -> pool(operation, Pools.Kind.MAX));
        translators.put("MaxPoolV2", operation -> pool(operation, Pools.Kind.MAX));
        translators.put("AvgPool", operation -> pool(operation, Pools.Kind.AVERAGE));
        translators.put("Mean", PoolOps::mean);
        translators.put("Max", operation -> reduce(operation, Double.NEGATIVE_INFINITY, Math::max));
        translators.put("Sum", operation -> reduce(operation, 0, Double::sum));
        translators.put("Min", operation -> reduce(operation, Double.POSITIVE_INFINITY, Math::min));
        translators.put("Prod", operation -> reduce(operation, 1, (x, y) -> x * y));
        translators.put("All", operation -> reduce(operation, 1, (x, y) -> x != 0 && y != 0 ? 1 : 0));
        translators.put("Any", operation -> reduce(operation, 0, (x, y) -> x != 0 || y != 0 ? 1 : 0));
    }

    private static List<Result> pool(Operation operation, Pools.Kind kind) {
        int[] size;
        int[] strides;
        if (operation.node().op().endsWith("V2")) {
            size = Windows.two(operation, "ksize", operation.constant(1).integers());
            strides = Windows.two(operation, "strides", operation.constant(2).integers());
        } else {
            size = Windows.two(operation, "ksize");
            strides = Windows.two(operation, "strides");
        }
        Value x = operation.live(0);
        Window window = Windows.of(operation, size, strides, Windows.spatial(operation, x));
        return ElementwiseOps.live(
                operation.builder().pools().windowed(operation.origin(), x, kind, window, false, false));
    }

    private static boolean keeps(Operation operation) {
        return operation.node().flag("keep_dims", false) || operation.node().flag("keepdims", false);
    }

    private static int[] axes(Constant axes, int rank) {
        return Arrays.stream(axes.integers())
                .map(axis -> {
                    int counted = axis < 0 ? axis + rank : axis;
                    if (counted < 0 || counted >= rank) {
                        throw new NotExpressible("reduces axis " + axis + " of " + rank);
                    }
                    return counted;
                })
                .distinct()
                .toArray();
    }

    private static List<Result> mean(Operation operation) {
        if (operation.input(0) instanceof Constant constant) {
            int[] axes = axes(operation.constant(1), constant.rank());
            Constant sum = Numbers.reduce(constant, keeps(operation), axes, 0, Double::sum);
            double count = (double) constant.size() / Math.max(1, sum.size());
            return List.of(Numbers.map(sum, x -> x / count));
        }
        return global(operation, Pools.Kind.AVERAGE);
    }

    private static List<Result> global(Operation operation, Pools.Kind kind) {
        Value x = operation.live(0);
        int[] axes = axes(operation.constant(1), x.rank());
        return ElementwiseOps.live(
                operation.builder().pools().global(operation.origin(), x, kind, keeps(operation), axes));
    }

    private static List<Result> reduce(Operation operation, double start, DoubleBinaryOperator function) {
        if (operation.input(0) instanceof Constant constant) {
            int[] axes = operation.count() < 2
                    ? IntStream.range(0, constant.rank()).toArray()
                    : axes(operation.constant(1), constant.rank());
            return List.of(Numbers.reduce(constant, keeps(operation), axes, start, function));
        }
        return switch (operation.node().op()) {
            case "Max" -> global(operation, Pools.Kind.MAX);
            case "Sum" -> {
                Value x = operation.live(0);
                int[] axes = axes(operation.constant(1), x.rank());
                yield ElementwiseOps.live(
                        operation.builder().pools().sum(operation.origin(), x, keeps(operation), axes));
            }
            default -> throw new NotExpressible("is possible only where it computes constants");
        };
    }
}
