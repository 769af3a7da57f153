package dev.pleat.benchmarks.net;

import com.google.protobuf.CodedOutputStream;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a network as an ONNX file: batch norm unfolded, channels first, the number of samples fixed. */
public final class OnnxWriter {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final Map<String, Tensor> weights;
    private final List<OnnxMessage> fields = new ArrayList<>();

    private OnnxWriter(Map<String, Tensor> weights) {
        this.weights = weights;
    }

    /**
     * Writes a file.
     *
     * @param net the network
     * @param weights its weights
     * @param samples the samples of a prediction
     * @param file the file to write
     * @throws IOException if it cannot be written
     */
    public static void write(Net net, Map<String, Tensor> weights, int samples, Path file) throws IOException {
        OnnxWriter writer = new OnnxWriter(weights);
        for (Node node : net.nodes()) {
            if (!(node.op() instanceof Op.Input)) {
                writer.add(node);
            }
        }
        OnnxMessage graph = new OnnxMessage();
        writer.fields.forEach(graph::addAll);
        graph.text(2, net.name());
        graph.message(11, value(net.input(), samples));
        graph.message(12, value(net.output(), samples));
        OnnxMessage model = new OnnxMessage()
                .integer(1, IR_VERSION)
                .message(7, graph)
                .message(8, new OnnxMessage().text(1, "").integer(2, OPSET));
        try (OutputStream out = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out, 1 << 16);
            model.writeTo(coded);
            coded.flush();
        }
    }

    private void add(Node node) {
        Op op = node.op();
        if (op instanceof Op.Conv conv) {
            convolution(node, conv.window(), 1);
        } else if (op instanceof Op.Depthwise depthwise) {
            convolution(node, depthwise.window(), node.shape().channels());
        } else if (op instanceof Op.Dense) {
            kernel(node);
            vector(node, "bias");
            node(node, "Gemm", new OnnxMessage(), "kernel", "bias");
        } else if (op instanceof Op.BatchNorm norm) {
            String[] names = {"gamma", "beta", "moving_mean", "moving_variance"};
            for (String name : names) {
                vector(node, name);
            }
            node(node, "BatchNormalization", attribute("epsilon", (float) norm.epsilon()), names);
        } else if (op instanceof Op.Relu6) {
            scalar(node, "min", 0);
            scalar(node, "max", 6);
            node(node, "Clip", new OnnxMessage(), "min", "max");
        } else if (op instanceof Op.MaxPool pool) {
            node(node, "MaxPool", window(pool.window()));
        } else if (op instanceof Op.MeanPool pool) {
            boolean whole = node.shape().pixels() == 1;
            node(node, whole ? "GlobalAveragePool" : "AveragePool", whole ? new OnnxMessage() : window(pool.window()));
        } else {
            // The names of what is left are ONNX's: Relu, Softmax, Add, Flatten.
            node(node, op.getClass().getSimpleName(), new OnnxMessage());
        }
    }

    private void convolution(Node node, Window window, int groups) {
        kernel(node);
        OnnxMessage attributes = window(window).addAll(attribute("group", groups));
        if (weights.containsKey(node.name() + "/bias")) {
            vector(node, "bias");
            node(node, "Conv", attributes, "kernel", "bias");
        } else {
            node(node, "Conv", attributes, "kernel");
        }
    }

    private void node(Node node, String type, OnnxMessage attributes, String... constants) {
        OnnxMessage message = new OnnxMessage();
        node.inputs().forEach(input -> message.text(1, input.name()));
        for (String constant : constants) {
            message.text(1, node.name() + "/" + constant);
        }
        message.text(2, node.name()).text(3, node.name()).text(4, type).addAll(attributes);
        fields.add(new OnnxMessage().message(1, message));
    }

    private void kernel(Node node) {
        constant(node.name() + "/kernel", ChannelsFirst.kernel(node, weights), ChannelsFirst.kernelShape(node));
    }

    private void vector(Node node, String name) {
        float[] values = weights.get(node.name() + "/" + name).values();
        constant(node.name() + "/" + name, values, values.length);
    }

    private void scalar(Node node, String name, float value) {
        constant(node.name() + "/" + name, new float[] {value});
    }

    private void constant(String name, float[] values, long... shape) {
        OnnxMessage tensor = new OnnxMessage();
        for (long dimension : shape) {
            tensor.integer(1, dimension);
        }
        fields.add(
                new OnnxMessage().message(5, tensor.integer(2, 1).text(8, name).floats(9, values)));
    }

    private static OnnxMessage window(Window window) {
        return attribute("kernel_shape", window.height(), window.width())
                .addAll(attribute("strides", window.down(), window.across()))
                .addAll(attribute("pads", window.top(), window.left(), window.bottom(), window.right()));
    }

    private static OnnxMessage attribute(String name, float value) {
        return new OnnxMessage()
                .message(5, new OnnxMessage().text(1, name).number(2, value).integer(20, 1));
    }

    private static OnnxMessage attribute(String name, int value) {
        return new OnnxMessage()
                .message(5, new OnnxMessage().text(1, name).integer(3, value).integer(20, 2));
    }

    private static OnnxMessage attribute(String name, int... values) {
        OnnxMessage attribute = new OnnxMessage().text(1, name);
        for (int value : values) {
            attribute.integer(8, value);
        }
        return new OnnxMessage().message(5, attribute.integer(20, 7));
    }

    private static OnnxMessage value(Node node, int samples) {
        OnnxMessage shape = new OnnxMessage();
        for (long dimension : ChannelsFirst.shape(node.shape(), samples)) {
            shape.message(1, new OnnxMessage().integer(1, dimension));
        }
        OnnxMessage tensor = new OnnxMessage().integer(1, 1).message(2, shape);
        return new OnnxMessage().text(1, node.name()).message(2, new OnnxMessage().message(1, tensor));
    }
}
