package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Resizing by whole factors. */
final class ResizeNodes {
    private ResizeNodes() {}

    static void upsample(Call call) {
        double[] scales = call.has(1) ? call.constant(1, "scales").doubles() : widened(call.numbers("scales"));
        String mode = call.text("mode", "nearest");
        resize(call, scales, null, new Rule(mode, "asymmetric", "floor"));
    }

    static void resize(Call call) {
        boolean old = call.opset() < 11;
        int scalesAt = old ? 1 : 2;
        boolean scaled = call.has(scalesAt) && call.constant(scalesAt, "scales").size() > 0;
        double[] scales = scaled ? call.constant(scalesAt, "scales").doubles() : null;
        int[] sizes = !scaled && call.has(3) ? call.constant(3, "sizes").ints() : null;
        if (call.integer("antialias", 0) != 0) {
            throw new NotExpressible("has antialias = 1");
        }
        String policy = call.text("keep_aspect_ratio_policy", "stretch");
        if (sizes != null && !policy.equals("stretch")) {
            scales = kept(call, sizes, policy.equals("not_larger"));
            sizes = null;
        }
        Rule rule = old
                ? new Rule(call.text("mode", "nearest"), "asymmetric", "floor")
                : new Rule(
                        call.text("mode", "nearest"),
                        call.text("coordinate_transformation_mode", "half_pixel"),
                        call.text("nearest_mode", "round_prefer_floor"));
        resize(call, spread(call, scales), sizes == null ? null : spread(call, sizes), rule);
    }

    private static double[] widened(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }

    /** Returns the one factor that keeps the aspect ratio. */
    private static double[] kept(Call call, int[] sizes, boolean notLarger) {
        Value x = call.value(0);
        int[] axes = axes(call, x, sizes.length);
        double[] factors = IntStream.range(0, sizes.length)
                .mapToDouble(i -> sizes[i] / (double) size(call, x, axes[i]))
                .toArray();
        double factor = notLarger
                ? Arrays.stream(factors).min().orElse(1)
                : Arrays.stream(factors).max().orElse(1);
        Arrays.fill(factors, factor);
        return factors;
    }

    private static int[] axes(Call call, Value x, int count) {
        int[] given = call.integers("axes");
        int[] axes = given == null
                ? IntStream.range(0, x.rank()).toArray()
                : Arrays.stream(given)
                        .map(axis -> axis < 0 ? axis + x.rank() : axis)
                        .toArray();
        if (axes.length != count || Arrays.stream(axes).anyMatch(axis -> axis < 0 || axis >= x.rank())) {
            throw new NotExpressible("resizes %d axes of %s".formatted(count, x.text()));
        }
        return axes;
    }

    private static double[] spread(Call call, double[] scales) {
        if (scales == null) {
            return null;
        }
        Value x = call.value(0);
        int[] axes = axes(call, x, scales.length);
        double[] all = new double[x.rank()];
        Arrays.fill(all, 1);
        for (int i = 0; i < axes.length; i++) {
            all[axes[i]] = scales[i];
        }
        return all;
    }

    private static int[] spread(Call call, int[] sizes) {
        Value x = call.value(0);
        int[] axes = axes(call, x, sizes.length);
        int[] all = IntStream.range(0, x.rank()).map(i -> size(call, x, i)).toArray();
        for (int i = 0; i < axes.length; i++) {
            all[axes[i]] = sizes[i];
        }
        return all;
    }

    private static int size(Call call, Value x, int axis) {
        if (!x.batched()) {
            return x.shape().get(axis);
        }
        return axis == 0 ? Math.max(call.builder().batch(), 1) : x.shape().get(axis - 1);
    }

    /** How coordinates are turned into pixels. */
    private record Rule(String mode, String coordinates, String rounding) {}

    private static void resize(Call call, double[] scales, int[] sizes, Rule rule) {
        Value x = call.value(0);
        int rank = x.rank();
        if (scales == null && sizes == null) {
            throw new NotExpressible("lacks its scales and sizes");
        }
        int[] factors = new int[rank];
        int[] begin = new int[rank];
        int[] end = new int[rank];
        int[] steps = new int[rank];
        boolean enlarges = true;
        boolean cuts = true;
        for (int axis = 0; axis < rank; axis++) {
            int size = size(call, x, axis);
            // An open batch may have its unknown size here, as -1.
            boolean same = sizes == null ? scales[axis] == 1 : sizes[axis] == size || x.batched() && axis == 0;
            int result = same ? size : sizes == null ? (int) Math.floor(size * scales[axis]) : sizes[axis];
            double scale = same ? 1 : sizes == null ? scales[axis] : result / (double) size;
            factors[axis] = result / size;
            if (result < 1 || result > 1 << 24) {
                throw new NotExpressible("resizes axis %d of %s to %d".formatted(axis, x.text(), result));
            }
            int[] map = same ? null : map(size, result, scale, rule);
            enlarges &= same || isRepetition(map, size);
            cuts &= same || isCut(map);
            begin[axis] = same ? 0 : map[0];
            steps[axis] = same || result == 1 ? 1 : map[1] - map[0];
            end[axis] = same ? size : map[result - 1] + 1;
        }
        if (rule.mode().equals("nearest") && enlarges) {
            call.result(call.shapes().repeat(call.origin(), x, factors));
        } else if (rule.mode().equals("nearest") && cuts) {
            call.result(call.shapes().slice(call.origin(), x, begin, end, steps));
        } else {
            call.result(linear(call, x, factors, scales, sizes, rule));
        }
    }

    private static Value linear(Call call, Value x, int[] factors, double[] scales, int[] sizes, Rule rule) {
        boolean halves =
                rule.coordinates().equals("half_pixel") || rule.coordinates().equals("pytorch_half_pixel");
        boolean image = x.batched() && x.shape().rank() == 3;
        boolean whole = image && factors[0] == 1;
        for (int axis = 0; whole && axis < x.rank(); axis++) {
            whole = sizes == null
                    ? scales[axis] == factors[axis]
                    : axis == 0 || sizes[axis] == factors[axis] * size(call, x, axis);
        }
        if (!rule.mode().equals("linear") || !halves || !whole) {
            throw new NotExpressible(
                    ("resizes %s with mode = %s, coordinate_transformation_mode = %s, nearest_mode = %s;"
                                    + " the language repeats pixels by whole factors, and interpolates between half-pixel centres")
                            .formatted(x.text(), rule.mode(), rule.coordinates(), rule.rounding()));
        }
        boolean last = factors[1] != 1;
        if (last && factors[3] != 1) {
            throw new NotExpressible("resizes channels and pixels of " + x.text());
        }
        return call.shapes().bilinear(call.origin(), x, !last, factors[last ? 1 : 2], factors[last ? 2 : 3]);
    }

    private static boolean isRepetition(int[] map, int size) {
        return map.length % size == 0
                && IntStream.range(0, map.length).allMatch(i -> map[i] == i / (map.length / size));
    }

    private static boolean isCut(int[] map) {
        int step = map.length == 1 ? 1 : map[1] - map[0];
        return step >= 1 && IntStream.range(1, map.length).allMatch(i -> map[i] - map[i - 1] == step);
    }

    /** Returns which pixel each pixel of the result is, as the operator's description computes it. */
    private static int[] map(int size, int result, double scale, Rule rule) {
        IntToDoubleFunction original = switch (rule.coordinates()) {
            case "half_pixel", "half_pixel_symmetric" -> i -> (i + 0.5) / scale - 0.5;
            case "pytorch_half_pixel" -> i -> result > 1 ? (i + 0.5) / scale - 0.5 : 0;
            case "asymmetric" -> i -> i / scale;
            case "align_corners" -> i -> result > 1 ? i * (size - 1.0) / (result - 1) : 0;
            case "tf_half_pixel_for_nn" -> i -> (i + 0.5) / scale;
            default -> i -> Double.NaN;
        };
        boolean symmetric = rule.coordinates().equals("half_pixel_symmetric");
        // The centre stays where it is although the result is not a whole number of pixels.
        double offset = symmetric ? size / 2.0 * (1 - result / (scale * size)) : 0;
        int[] map = new int[result];
        for (int i = 0; i < result; i++) {
            double at = original.applyAsDouble(i) + offset;
            if (Double.isNaN(at)) {
                throw new NotExpressible("has coordinate_transformation_mode = " + rule.coordinates());
            }
            double rounded = switch (rule.rounding()) {
                case "floor" -> Math.floor(at);
                case "ceil" -> Math.ceil(at);
                case "round_prefer_ceil" -> Math.floor(at + 0.5);
                default -> Math.ceil(at - 0.5);
            };
            map[i] = (int) Math.max(0, Math.min(rounded, size - 1));
        }
        return map;
    }
}
