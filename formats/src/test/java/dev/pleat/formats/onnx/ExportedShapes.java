package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;

import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Writes what moves elements, and activations that are layers. */
final class ExportedShapes {
    private final OnnxFile file;
    private final ExportedFunctions functions;
    private final Map<String, Tensor> weights;

    ExportedShapes(OnnxFile file, ExportedFunctions functions, Map<String, Tensor> weights) {
        this.file = file;
        this.functions = functions;
        this.weights = weights;
    }

    String layer(LayerSpec layer, String x, int[] in, int[] out) {
        return switch (layer.type()) {
            case "Activation" -> functions.activate(layer, "value", x);
            case "ReLU" -> functions.relu(layer, x);
            case "LeakyReLU" -> file.node("LeakyRelu", with("alpha", layer.number("negativeSlope", 0.3)), x);
            case "ELU" -> file.node("Elu", with("alpha", layer.number("alpha", 1)), x);
            case "PReLU" -> {
                Tensor alpha = weights.get(layer.name() + "/alpha");
                yield file.node("PRelu", Map.of(), x, file.floats(alpha.data(), alpha.shape()));
            }
            case "Softmax" -> softmax(layer, x, in);
            case "Flatten" -> flatten(layer, x, in);
            case "Reshape" -> reshape(x, out);
            case "Permute" -> file.node("Transpose", with("perm", batched(layer.integers("dims"))), x);
            case "RepeatVector" ->
                file.node(
                        "Expand",
                        Map.of(),
                        file.node("Unsqueeze", Map.of(), x, file.integers(1)),
                        file.integers(1, out[0], out[1]));
            case "ZeroPadding1D", "ZeroPadding2D" -> pad(layer, x, in);
            case "Cropping1D", "Cropping2D" -> crop(layer, x, in);
            case "UpSampling1D", "UpSampling2D" -> resize(layer, x, in);
            default -> file.node("Identity", Map.of(), x);
        };
    }

    private static int[] batched(int... rest) {
        return IntStream.concat(IntStream.of(0), IntStream.of(rest)).toArray();
    }

    private String reshape(String x, int... shape) {
        long[] target = LongStream.concat(
                        LongStream.of(-1), Arrays.stream(shape).asLongStream())
                .toArray();
        return file.node("Reshape", Map.of(), x, file.integers(target));
    }

    private String flatten(LayerSpec layer, String x, int[] in) {
        String y = x;
        if (layer.channelsFirst() && in.length > 1) {
            int[] order = IntStream.rangeClosed(0, in.length)
                    .map(i -> i == 0 ? 0 : i == in.length ? 1 : i + 1)
                    .toArray();
            y = file.node("Transpose", with("perm", order), x);
        }
        return file.node("Flatten", Map.of(), y);
    }

    private String softmax(LayerSpec layer, String x, int[] in) {
        int[] axes = dimensions(layer.integers("axis", -1), in.length);
        if (axes.length == 1) {
            return file.node("Softmax", with("axis", axes[0]), x);
        }
        int[] order = toBack(axes, in.length);
        int[] turned =
                IntStream.range(1, order.length).map(i -> in[order[i] - 1]).toArray();
        int kept = in.length - axes.length;
        int[] merged = Arrays.copyOf(turned, kept + 1);
        merged[kept] = Arrays.stream(turned, kept, turned.length).reduce(1, (a, b) -> a * b);
        String rows = reshape(file.node("Transpose", with("perm", order), x), merged);
        String split = reshape(file.node("Softmax", Map.of(), rows), turned);
        return file.node("Transpose", with("perm", inverse(order)), split);
    }

    /** Returns begins, then ends, of the border for all dimensions, the batch included. */
    private static int[] border(LayerSpec layer, String attribute, int[] in, int... otherwise) {
        int[] given = layer.integers(attribute, otherwise);
        int rank = in.length + 1;
        int[] border = new int[2 * rank];
        boolean image = layer.twoDimensional();
        int at = image && layer.channelsFirst() ? 2 : 1;
        if (!image) {
            border[at] = given[0];
            border[rank + at] = given[given.length - 1];
            return border;
        }
        int[] all = switch (given.length) {
            case 1 -> new int[] {given[0], given[0], given[0], given[0]};
            case 2 -> new int[] {given[0], given[0], given[1], given[1]};
            default -> given;
        };
        border[at] = all[0];
        border[rank + at] = all[1];
        border[at + 1] = all[2];
        border[rank + at + 1] = all[3];
        return border;
    }

    private String pad(LayerSpec layer, String x, int[] in) {
        int[] border = border(layer, "padding", in, 1);
        long[] pads = Arrays.stream(border).asLongStream().toArray();
        return file.node("Pad", Map.of(), x, file.integers(pads));
    }

    private String crop(LayerSpec layer, String x, int[] in) {
        int[] border = border(layer, "cropping", in, layer.twoDimensional() ? new int[] {0} : new int[] {1, 1});
        int rank = in.length + 1;
        long[] begins = new long[in.length];
        long[] ends = new long[in.length];
        long[] axes = new long[in.length];
        for (int i = 1; i < rank; i++) {
            begins[i - 1] = border[i];
            ends[i - 1] = border[rank + i] == 0 ? Long.MAX_VALUE : -border[rank + i];
            axes[i - 1] = i;
        }
        return file.node("Slice", Map.of(), x, file.integers(begins), file.integers(ends), file.integers(axes));
    }

    private String resize(LayerSpec layer, String x, int[] in) {
        int[] size = layer.integers("size", 2);
        double[] scales = new double[in.length + 1];
        Arrays.fill(scales, 1);
        boolean image = layer.twoDimensional();
        int at = image && layer.channelsFirst() ? 2 : 1;
        scales[at] = size[0];
        if (image) {
            scales[at + 1] = size[size.length - 1];
        }
        boolean linear = layer.text("interpolation", "NEAREST").equals("BILINEAR");
        Map<String, Object> attributes = linear
                ? with("mode", "linear")
                : with("coordinate_transformation_mode", "asymmetric", "nearest_mode", "floor");
        return file.node("Resize", attributes, x, "", file.floats(scales, scales.length));
    }

    /** Returns axes counted from the front, the batch as 0, ascending. */
    static int[] dimensions(int[] axes, int rank) {
        return Arrays.stream(axes)
                .map(axis -> axis < 0 ? axis + rank + 1 : axis)
                .sorted()
                .toArray();
    }

    /** Returns the order that puts some axes behind the others, the batch in front. */
    static int[] toBack(int[] axes, int rank) {
        return IntStream.concat(
                        IntStream.rangeClosed(0, rank)
                                .filter(i -> IntStream.of(axes).noneMatch(axis -> axis == i)),
                        IntStream.of(axes))
                .toArray();
    }

    static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    static Tensor transposed(Tensor tensor, int... order) {
        int[] shape = IntStream.of(order).map(i -> tensor.shape()[i]).toArray();
        double[] data = new double[tensor.data().length];
        int[] index = new int[shape.length];
        int[] places = inverse(order);
        for (int i = 0; i < data.length; i++) {
            int from = 0;
            int stride = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += index[places[axis]] * stride;
                stride *= tensor.shape()[axis];
            }
            data[i] = tensor.data()[from];
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return new Tensor(shape, data);
    }
}
