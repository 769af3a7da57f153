package dev.pleat.benchmarks.tflite;

import dev.pleat.benchmarks.net.Affine;
import dev.pleat.benchmarks.net.Folded;
import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Op;
import dev.pleat.benchmarks.net.Shape;
import dev.pleat.benchmarks.net.Window;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Writes a network as TensorFlow's converter would: batch norm folded, activations within the operators before them. */
final class TfliteWriter {
    // The numbers of operators, options, paddings and activations in schema.fbs.
    private static final int ADD = 0;
    private static final int AVERAGE_POOL = 1;
    private static final int CONV = 3;
    private static final int DEPTHWISE = 4;
    private static final int FULLY_CONNECTED = 9;
    private static final int MAX_POOL = 17;
    private static final int MUL = 18;
    private static final int RESHAPE = 22;
    private static final int SOFTMAX = 25;
    private static final int PAD = 34;
    private static final int CONV_OPTIONS = 1;
    private static final int DEPTHWISE_OPTIONS = 2;
    private static final int POOL_OPTIONS = 5;
    private static final int FULLY_CONNECTED_OPTIONS = 8;
    private static final int SOFTMAX_OPTIONS = 9;
    private static final int ADD_OPTIONS = 11;
    private static final int RESHAPE_OPTIONS = 17;
    private static final int MUL_OPTIONS = 21;
    private static final int PAD_OPTIONS = 22;
    private static final int VALID = 1;
    private static final int RELU = 1;
    private static final int RELU6 = 3;

    private final Net net;
    private final Map<String, Tensor> weights;
    private final int samples;
    private final FlatModel model;
    private final Map<Node, Integer> tensors = new HashMap<>();

    private TfliteWriter(Folded folded, int samples) {
        this.net = folded.net();
        this.weights = folded.weights();
        this.samples = samples;
        model = new FlatModel((int) (4 * net.parameters()) + (1 << 20));
    }

    static void write(Folded folded, int samples, Path file) throws IOException {
        TfliteWriter writer = new TfliteWriter(folded, samples);
        for (Node node : writer.net.nodes()) {
            writer.tensors.put(node, writer.add(node));
        }
        int input = writer.tensors.get(writer.net.input());
        ByteBuffer bytes = writer.model.finish(input, writer.tensors.get(writer.net.output()));
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    /** {@return the tensor of a node; an activation is part of the operator before it} */
    private int add(Node node) {
        Op op = node.op();
        if (op instanceof Op.Relu || op instanceof Op.Relu6) {
            return tensors.get(node.input());
        }
        int result = model.tensor(node.name(), shape(node.shape()));
        if (op instanceof Op.Conv conv) {
            convolution(node, conv.window(), result);
        } else if (op instanceof Op.Depthwise depthwise) {
            depthwise(node, depthwise.window(), result);
        } else if (op instanceof Op.Dense) {
            dense(node, result);
        } else if (op instanceof Op.MaxPool pool) {
            pool(MAX_POOL, pool.window(), node, result);
        } else if (op instanceof Op.MeanPool pool) {
            pool(AVERAGE_POOL, pool.window(), node, result);
        } else if (op instanceof Op.BatchNorm norm) {
            norm(node, norm, result);
        } else if (op instanceof Op.Add) {
            int[] inputs = {tensors.get(node.input()), tensors.get(node.inputs().get(1))};
            model.operator(ADD, ADD_OPTIONS, 2, b -> b.addByte(0, activation(node), 0), inputs, result);
        } else if (op instanceof Op.Flatten) {
            int shape = model.constant(node.name() + "/shape", shape(node.shape()), 2);
            int[] inputs = {tensors.get(node.input()), shape};
            model.operator(RESHAPE, RESHAPE_OPTIONS, 1, b -> {}, inputs, result);
        } else if (op instanceof Op.Softmax) {
            int[] inputs = {tensors.get(node.input())};
            model.operator(SOFTMAX, SOFTMAX_OPTIONS, 1, b -> b.addFloat(0, 1, 0), inputs, result);
        }
        return result;
    }

    private int[] shape(Shape shape) {
        return shape.flat()
                ? new int[] {samples, shape.channels()}
                : new int[] {samples, shape.height(), shape.width(), shape.channels()};
    }

    /** Which activation follows, and nothing else. */
    private byte activation(Node node) {
        for (Node user : net.nodes()) {
            if (user.inputs().contains(node) && net.uses(node) == 1) {
                return (byte) (user.op() instanceof Op.Relu ? RELU : user.op() instanceof Op.Relu6 ? RELU6 : 0);
            }
        }
        return 0;
    }

    private void convolution(Node node, Window window, int result) {
        int in = node.input().shape().channels();
        int filters = node.shape().channels();
        float[] kernel = weights.get(node.name() + "/kernel").values();
        float[] moved = outputsFirst(kernel, filters);
        int constant = model.constant(node.name() + "/kernel", moved, filters, window.height(), window.width(), in);
        int[] inputs = {padded(node, window), constant, bias(node)};
        byte padding = padding(node, window);
        model.operator(
                CONV,
                CONV_OPTIONS,
                6,
                b -> {
                    b.addByte(0, padding, 0);
                    b.addInt(1, window.across(), 0);
                    b.addInt(2, window.down(), 0);
                    b.addByte(3, activation(node), 0);
                },
                inputs,
                result);
    }

    private void depthwise(Node node, Window window, int result) {
        float[] kernel = weights.get(node.name() + "/depthwise_kernel").values();
        int channels = node.shape().channels();
        int constant = model.constant(node.name() + "/kernel", kernel, 1, window.height(), window.width(), channels);
        int[] inputs = {padded(node, window), constant, bias(node)};
        byte padding = padding(node, window);
        model.operator(
                DEPTHWISE,
                DEPTHWISE_OPTIONS,
                7,
                b -> {
                    b.addByte(0, padding, 0);
                    b.addInt(1, window.across(), 0);
                    b.addInt(2, window.down(), 0);
                    b.addInt(3, 1, 0);
                    b.addByte(4, activation(node), 0);
                },
                inputs,
                result);
    }

    private void dense(Node node, int result) {
        int units = node.shape().channels();
        float[] kernel = outputsFirst(weights.get(node.name() + "/kernel").values(), units);
        int constant = model.constant(node.name() + "/kernel", kernel, units, kernel.length / units);
        int[] inputs = {tensors.get(node.input()), constant, bias(node)};
        model.operator(
                FULLY_CONNECTED, FULLY_CONNECTED_OPTIONS, 4, b -> b.addByte(0, activation(node), 0), inputs, result);
    }

    private void pool(int code, Window window, Node node, int result) {
        int[] inputs = {padded(node, window)};
        byte padding = padding(node, window);
        model.operator(
                code,
                POOL_OPTIONS,
                6,
                b -> {
                    b.addByte(0, padding, 0);
                    b.addInt(1, window.across(), 0);
                    b.addInt(2, window.down(), 0);
                    b.addInt(3, window.width(), 0);
                    b.addInt(4, window.height(), 0);
                },
                inputs,
                result);
    }

    private void norm(Node node, Op.BatchNorm norm, int result) {
        Affine affine = Affine.of(node, norm.epsilon(), weights);
        int channels = node.shape().channels();
        int scaled = model.tensor(node.name() + "/scaled", shape(node.shape()));
        int scale = model.constant(node.name() + "/scale", floats(affine.scale()), channels);
        int shift = model.constant(node.name() + "/shift", floats(affine.shift()), channels);
        model.operator(MUL, MUL_OPTIONS, 1, b -> {}, new int[] {tensors.get(node.input()), scale}, scaled);
        model.operator(ADD, ADD_OPTIONS, 2, b -> b.addByte(0, activation(node), 0), new int[] {scaled, shift}, result);
    }

    private int bias(Node node) {
        float[] bias = weights.get(node.name() + "/bias").values();
        return model.constant(node.name() + "/bias", bias, bias.length);
    }

    private static byte padding(Node node, Window window) {
        return (byte) (window.isPadded() && window.isSame(node.input().shape()) ? 0 : VALID);
    }

    /** Padding as PyTorch has it is an operator of its own; the largest of a window is of a relu, so zeros do no harm. */
    private int padded(Node node, Window window) {
        Shape image = node.input().shape();
        if (!window.isPadded() || window.isSame(image)) {
            return tensors.get(node.input());
        }
        int height = image.height() + window.top() + window.bottom();
        int width = image.width() + window.left() + window.right();
        int result = model.tensor(node.name() + "/padded", shape(Shape.image(height, width, image.channels())));
        int[] paddings = {0, 0, window.top(), window.bottom(), window.left(), window.right(), 0, 0};
        int constant = model.constant(node.name() + "/paddings", paddings, 4, 2);
        model.operator(PAD, PAD_OPTIONS, 0, b -> {}, new int[] {tensors.get(node.input()), constant}, result);
        return result;
    }

    private static float[] outputsFirst(float[] kernel, int outputs) {
        int rows = kernel.length / outputs;
        float[] moved = new float[kernel.length];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                moved[o * rows + r] = kernel[r * outputs + o];
            }
        }
        return moved;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
