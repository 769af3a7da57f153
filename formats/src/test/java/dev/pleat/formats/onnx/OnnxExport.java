package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;

import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.Reference;
import dev.pleat.processor.reference.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes models as an exporter writes them: convolutions and pooling channels first, between transpositions where the
 * model has its channels last; batch norm unfolded, often as primitives; a batch of open size in front.
 */
final class OnnxExport {
    static final int OPSET = 20;

    private final OnnxFile file = new OnnxFile();
    private final Map<String, int[]> shapes;
    private final Map<String, Tensor> weights;
    private final Map<String, String> values = new HashMap<>();
    private final ExportedFunctions functions;
    private final ExportedNorms norms;
    private final Random random;

    private OnnxExport(ModelSpec model, Map<String, Tensor> weights, long seed) {
        this.shapes = Reference.shapes(model);
        this.weights = weights;
        this.random = new Random(seed);
        this.functions = new ExportedFunctions(file, random);
        this.norms = new ExportedNorms(file, functions, weights, random);
    }

    /** Returns a model as an ONNX file. */
    static byte[] of(ModelSpec model, Map<String, Tensor> weights, long seed) {
        OnnxExport export = new OnnxExport(model, weights, seed);
        for (LayerSpec layer : model.layers()) {
            export.values.put(layer.name(), export.layer(layer));
        }
        for (String output : model.allOutputs()) {
            export.file.node("Identity", output, Map.of(), export.values.get(output));
            export.file.output(output, export.batched(export.shapes.get(output)));
        }
        return export.file.bytes(OPSET);
    }

    private int[] batched(int... shape) {
        return IntStream.concat(IntStream.of(0), IntStream.of(shape)).toArray();
    }

    private String layer(LayerSpec layer) {
        if (layer.type().equals("Input")) {
            String name = layer.name() + "_in";
            file.input(name, batched(layer.integers("value")));
            return name;
        }
        String x = values.get(layer.inputs().get(0));
        int[] in = shapes.get(layer.inputs().get(0));
        String type = layer.type();
        if (type.contains("Conv")) {
            return functions.activate(layer, "activation", convolution(layer, x, in));
        }
        if (type.contains("Pooling")) {
            return type.startsWith("Global") ? global(layer, x, in) : pool(layer, x, in);
        }
        if (layer.inputs().size() > 1) {
            return merge(layer);
        }
        return switch (type) {
            case "Dense" -> functions.activate(layer, "activation", dense(layer, x, in));
            case "BatchNormalization", "ContribBatchNorm" -> norms.batchNorm(layer, x, in);
            case "LayerNormalization" -> norms.layerNorm(layer, x, in);
            case "Normalization" -> norms.normalize(layer, x, in);
            case "Rescaling" -> norms.rescale(layer, x);
            default -> new ExportedShapes(file, functions, weights).layer(layer, x, in, shapes.get(layer.name()));
        };
    }

    private Tensor weight(LayerSpec layer, String name) {
        return weights.get(layer.name() + "/" + name);
    }

    private String dense(LayerSpec layer, String x, int[] in) {
        Tensor kernel = weight(layer, "kernel");
        Tensor bias = weight(layer, "bias");
        if (in.length == 1 && bias != null && random.nextBoolean()) {
            Tensor turned = ExportedShapes.transposed(kernel, 1, 0);
            return file.node(
                    "Gemm",
                    with("transB", 1),
                    x,
                    file.floats(turned.data(), turned.shape()),
                    file.floats(bias.data(), bias.shape()));
        }
        String y = file.node("MatMul", Map.of(), x, file.floats(kernel.data(), kernel.shape()));
        return bias == null ? y : file.node("Add", Map.of(), file.floats(bias.data(), bias.shape()), y);
    }

    /** Returns a value with the channels of a layer first. */
    private String first(LayerSpec layer, String x, int rank) {
        return layer.channelsFirst() ? x : file.node("Transpose", with("perm", order(rank, true)), x);
    }

    /** Returns a value with the channels where the layer has them. */
    private String back(LayerSpec layer, String x, int rank) {
        return layer.channelsFirst() ? x : file.node("Transpose", with("perm", order(rank, false)), x);
    }

    private static int[] order(int rank, boolean channelsFirst) {
        int[] order = IntStream.rangeClosed(0, rank).toArray();
        if (channelsFirst) {
            System.arraycopy(IntStream.range(1, rank).toArray(), 0, order, 2, rank - 1);
            order[1] = rank;
        } else {
            System.arraycopy(IntStream.rangeClosed(2, rank).toArray(), 0, order, 1, rank - 1);
            order[rank] = 1;
        }
        return order;
    }

    private static int[] sizes(LayerSpec layer, String attribute, int axes, int... otherwise) {
        int[] sizes = layer.integers(attribute, otherwise);
        return sizes.length == axes ? sizes : new int[] {sizes[0], sizes[0]};
    }

    private String convolution(LayerSpec layer, String x, int[] in) {
        int axes = in.length - 1;
        String y = first(layer, x, in.length);
        Tensor bias = weight(layer, "bias");
        if (layer.type().endsWith("Transpose")) {
            return back(layer, transposed(layer, y, in, bias), in.length);
        }
        Map<String, Object> window = window(layer, in, sizes(layer, "kernelSize", axes));
        Tensor kernel = weight(layer, "kernel");
        Tensor depthwise = weight(layer, "depthwise_kernel");
        if (depthwise != null) {
            int[] shape = depthwise.shape().clone();
            shape[axes] = 1;
            shape[axes + 1] = depthwise.shape()[axes] * depthwise.shape()[axes + 1];
            Map<String, Object> grouped = new LinkedHashMap<>(window);
            grouped.put("group", depthwise.shape()[axes]);
            kernel = new Tensor(shape, depthwise.data());
            if (layer.type().startsWith("Depthwise")) {
                return back(layer, conv(y, kernel, bias, grouped), in.length);
            }
            y = conv(y, kernel, null, grouped);
            return back(layer, conv(y, weight(layer, "pointwise_kernel"), bias, Map.of()), in.length);
        }
        window.put("group", layer.integer("groups", 1));
        return back(layer, conv(y, kernel, bias, window), in.length);
    }

    private String conv(String x, Tensor kernel, Tensor bias, Map<String, Object> attributes) {
        int rank = kernel.shape().length;
        int[] order =
                IntStream.range(0, rank).map(i -> i < 2 ? rank - 1 - i : i - 2).toArray();
        Tensor weights = ExportedShapes.transposed(kernel, order);
        String w = file.floats(weights.data(), weights.shape());
        return bias == null
                ? file.node("Conv", attributes, x, w)
                : file.node("Conv", attributes, x, w, file.floats(bias.data(), bias.shape()));
    }

    private static int[] spatial(LayerSpec layer, int[] shape) {
        return layer.channelsFirst()
                ? Arrays.copyOfRange(shape, 1, shape.length)
                : Arrays.copyOf(shape, shape.length - 1);
    }

    /** Returns strides, dilations and paddings as they are in ONNX, SAME by name or in numbers. */
    private Map<String, Object> window(LayerSpec layer, int[] in, int[] kernel) {
        int axes = kernel.length;
        int[] strides = sizes(layer, "strides", axes, layer.type().contains("Pooling") ? kernel : new int[] {1});
        int[] dilations = sizes(layer, "dilationRate", axes, 1);
        String padding = layer.text("padding", "VALID");
        Map<String, Object> window = with("kernel_shape", kernel, "strides", strides);
        if (!layer.type().contains("Pooling")) {
            window.put("dilations", dilations);
        }
        if (padding.equals("SAME") && random.nextBoolean()) {
            window.put("auto_pad", "SAME_UPPER");
            return window;
        }
        int[] pads = new int[2 * axes];
        for (int i = 0; i < axes; i++) {
            int extent = (kernel[i] - 1) * dilations[i] + 1;
            int n = spatial(layer, in)[i];
            int total = Math.max(((n + strides[i] - 1) / strides[i] - 1) * strides[i] + extent - n, 0);
            boolean causal = padding.equals("CAUSAL");
            pads[i] = causal ? extent - 1 : padding.equals("SAME") ? total / 2 : 0;
            pads[axes + i] = padding.equals("SAME") ? total - total / 2 : 0;
        }
        window.put("pads", pads);
        return window;
    }

    private String transposed(LayerSpec layer, String x, int[] in, Tensor bias) {
        int axes = in.length - 1;
        int[] kernel = sizes(layer, "kernelSize", axes);
        int[] strides = sizes(layer, "strides", axes, 1);
        int[] dilations = sizes(layer, "dilationRate", axes, 1);
        int[] out = spatial(layer, shapes.get(layer.name()));
        int[] pads = new int[2 * axes];
        int[] extra = new int[axes];
        for (int i = 0; i < axes; i++) {
            int full = (spatial(layer, in)[i] - 1) * strides[i] + (kernel[i] - 1) * dilations[i] + 1;
            boolean same = layer.text("padding", "VALID").equals("SAME");
            pads[i] = same ? Math.max(full - out[i], 0) / 2 : 0;
            pads[axes + i] = Math.max(full - out[i] - pads[i], 0);
            extra[i] = Math.max(out[i] + pads[i] - full, 0);
        }
        Tensor own = weight(layer, "kernel");
        int rank = own.shape().length;
        int[] order =
                IntStream.range(0, rank).map(i -> i < 2 ? rank - 1 - i : i - 2).toArray();
        Tensor weights = ExportedShapes.transposed(own, order);
        Map<String, Object> attributes =
                with("strides", strides, "dilations", dilations, "pads", pads, "output_padding", extra);
        String w = file.floats(weights.data(), weights.shape());
        return bias == null
                ? file.node("ConvTranspose", attributes, x, w)
                : file.node("ConvTranspose", attributes, x, w, file.floats(bias.data(), bias.shape()));
    }

    private String pool(LayerSpec layer, String x, int[] in) {
        int axes = in.length - 1;
        String op = layer.type().startsWith("Max") ? "MaxPool" : "AveragePool";
        Map<String, Object> window = window(layer, in, sizes(layer, "poolSize", axes, 2));
        return back(layer, file.node(op, window, first(layer, x, in.length)), in.length);
    }

    private String global(LayerSpec layer, String x, int[] in) {
        boolean max = layer.type().contains("Max");
        boolean keep = layer.flag("keepdims", false);
        int[] axes = IntStream.range(layer.channelsFirst() ? 2 : 1, layer.channelsFirst() ? in.length + 1 : in.length)
                .toArray();
        long[] named = Arrays.stream(axes).asLongStream().toArray();
        return file.node(max ? "ReduceMax" : "ReduceMean", with("keepdims", keep ? 1 : 0), x, file.integers(named));
    }

    private String merge(LayerSpec layer) {
        int rank = layer.inputs().stream()
                .mapToInt(name -> shapes.get(name).length)
                .max()
                .orElseThrow();
        if (layer.type().equals("Concatenate")) {
            return file.node(
                    "Concat",
                    with("axis", layer.integer("axis", -1)),
                    layer.inputs().stream().map(values::get).toArray(String[]::new));
        }
        String[] operands =
                layer.inputs().stream().map(name -> aligned(name, rank)).toArray(String[]::new);
        String op = Map.of(
                        "Add", operands.length == 2 ? "Add" : "Sum",
                        "Subtract", "Sub",
                        "Multiply", "Mul",
                        "Average", "Mean",
                        "Maximum", "Max",
                        "Minimum", "Min")
                .get(layer.type());
        if (op.equals("Mul")) {
            return Stream.of(operands)
                    .reduce((a, b) -> file.node("Mul", Map.of(), a, b))
                    .orElseThrow();
        }
        return file.node(op, Map.of(), operands);
    }

    /** Returns a value with dimensions of 1 behind the batch, so that it broadcasts as in Keras. */
    private String aligned(String name, int rank) {
        int[] shape = shapes.get(name);
        if (shape.length == rank) {
            return values.get(name);
        }
        long[] axes =
                IntStream.rangeClosed(1, rank - shape.length).asLongStream().toArray();
        return file.node("Unsqueeze", Map.of(), values.get(name), file.integers(axes));
    }
}
