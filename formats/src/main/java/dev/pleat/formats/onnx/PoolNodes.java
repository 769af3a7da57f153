package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Pools.Kind;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import java.util.stream.IntStream;

/** Pooling, and reductions over whole axes. */
final class PoolNodes {
    private PoolNodes() {}

    static void max(Call call) {
        call.onlyFirst("the indices of the maxima");
        pool(call, Kind.MAX, false);
    }

    static void average(Call call) {
        pool(call, Kind.AVERAGE, call.integer("count_include_pad", 0) != 0);
    }

    private static void pool(Call call, Kind kind, boolean countPadding) {
        Value x = call.value(0);
        Window window = Windows.padded(call, x, Windows.kernel(call, x));
        boolean roundUp = call.integer("ceil_mode", 0) != 0;
        call.result(call.pools().windowed(call.origin(), x, kind, window, roundUp, countPadding));
    }

    static void global(Call call, Kind kind) {
        Value x = call.value(0);
        Windows.axes(x);
        int[] axes = IntStream.range(2, x.rank()).toArray();
        call.result(call.pools().global(call.origin(), x, kind, true, axes));
    }

    static void reduce(Call call, Kind kind) {
        Value x = call.value(0);
        int[] axes = axes(call, x);
        call.result(axes.length == 0 ? x : call.pools().global(call.origin(), x, kind, keeps(call), axes));
    }

    static void sum(Call call) {
        Value x = call.value(0);
        int[] axes = axes(call, x);
        call.result(axes.length == 0 ? x : call.pools().sum(call.origin(), x, keeps(call), axes));
    }

    private static boolean keeps(Call call) {
        return call.integer("keepdims", 1) != 0;
    }

    /** Returns the axes of a reduction: those given, or all of them unless none are asked for. */
    private static int[] axes(Call call, Value x) {
        int[] axes = call.axes(1, "axes");
        if (axes != null && axes.length > 0) {
            return axes;
        }
        if (call.integer("noop_with_empty_axes", 0) != 0) {
            return new int[0];
        }
        if (x.rank() == 0) {
            throw new NotExpressible("reduces a single number");
        }
        return IntStream.range(0, x.rank()).toArray();
    }
}
