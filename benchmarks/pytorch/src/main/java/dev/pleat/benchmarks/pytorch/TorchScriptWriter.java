package dev.pleat.benchmarks.pytorch;

import dev.pleat.benchmarks.net.ChannelsFirst;
import dev.pleat.benchmarks.net.Folded;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Op;
import dev.pleat.benchmarks.net.Window;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a network as TorchScript, as freezing a module leaves it: batch norm folded, weights constant. */
final class TorchScriptWriter {
    private record Attribute(String name, float[] values, long[] shape) {}

    private final Map<String, Tensor> weights;
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<Node, String> names = new HashMap<>();
    private final StringBuilder code = new StringBuilder();

    private TorchScriptWriter(Map<String, Tensor> weights) {
        this.weights = weights;
    }

    static void write(Folded folded, Path file) throws IOException {
        TorchScriptWriter writer = new TorchScriptWriter(folded.weights());
        for (Node node : folded.net().nodes()) {
            writer.add(node);
        }
        writer.code
                .append("    return ")
                .append(writer.names.get(folded.net().output()))
                .append('\n');
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            writer.writeTo(zip);
        }
    }

    private void add(Node node) {
        String name = "v" + names.size();
        names.put(node, name);
        if (!(node.op() instanceof Op.Input)) {
            // A call may add a line of its own, for padding, in front.
            String call = call(node);
            code.append("    ").append(name).append(" = torch.").append(call).append('\n');
        }
    }

    private String call(Node node) {
        Op op = node.op();
        String x = names.get(node.input());
        if (op instanceof Op.Conv conv) {
            return convolution(node, conv.window(), x, 1);
        }
        if (op instanceof Op.Depthwise depthwise) {
            return convolution(node, depthwise.window(), x, node.shape().channels());
        }
        if (op instanceof Op.Dense) {
            int units = node.shape().channels();
            float[] kernel = transposed(ChannelsFirst.kernel(node, weights), units);
            String weight = attribute(kernel, units, kernel.length / units);
            return "linear(%s, %s, %s)".formatted(x, weight, vector(node, "bias"));
        }
        if (op instanceof Op.BatchNorm norm) {
            return "batch_norm(%s, %s, %s, %s, %s, False, 0., %s, True)"
                    .formatted(
                            x,
                            vector(node, "gamma"),
                            vector(node, "beta"),
                            vector(node, "moving_mean"),
                            vector(node, "moving_variance"),
                            norm.epsilon());
        }
        if (op instanceof Op.MaxPool pool) {
            Window window = pool.window();
            return "max_pool2d(%s, [%d, %d], [%d, %d], [%d, %d], [1, 1], False)"
                    .formatted(
                            x,
                            window.height(),
                            window.width(),
                            window.down(),
                            window.across(),
                            window.top(),
                            window.left());
        }
        return simple(node, x);
    }

    private String simple(Node node, String x) {
        Op op = node.op();
        if (op instanceof Op.Add) {
            return "add(%s, %s)".formatted(x, names.get(node.inputs().get(1)));
        }
        if (op instanceof Op.Relu) {
            return "relu_(" + x + ")";
        }
        if (op instanceof Op.Relu6) {
            return "hardtanh_(" + x + ", 0., 6.)";
        }
        if (op instanceof Op.MeanPool) {
            return "adaptive_avg_pool2d(" + x + ", [1, 1])";
        }
        return op instanceof Op.Flatten ? "flatten(" + x + ", 1)" : "softmax(" + x + ", 1)";
    }

    private String convolution(Node node, Window window, String x, int groups) {
        String padded = x;
        int top = window.top();
        int left = window.left();
        if (!window.isSymmetric()) {
            padded = x + "_" + names.get(node);
            code.append("    %s = torch.constant_pad_nd(%s, [%d, %d, %d, %d])%n"
                    .formatted(padded, x, window.left(), window.right(), window.top(), window.bottom()));
            top = 0;
            left = 0;
        }
        String kernel = attribute(ChannelsFirst.kernel(node, weights), ChannelsFirst.kernelShape(node));
        return "conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)"
                .formatted(padded, kernel, vector(node, "bias"), window.down(), window.across(), top, left, groups);
    }

    private String vector(Node node, String weight) {
        float[] values = weights.get(node.name() + "/" + weight).values();
        return attribute(values, values.length);
    }

    private String attribute(float[] values, long... shape) {
        String name = "w" + attributes.size();
        attributes.add(new Attribute(name, values, shape));
        return "self." + name;
    }

    private static float[] transposed(float[] kernel, int columns) {
        int rows = kernel.length / columns;
        float[] moved = new float[kernel.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                moved[c * rows + r] = kernel[r * columns + c];
            }
        }
        return moved;
    }

    private void writeTo(ZipOutputStream zip) throws IOException {
        entry(zip, "data.pkl", data());
        StringBuilder source = new StringBuilder("class Net(Module):\n  __parameters__ = []\n  __buffers__ = [");
        attributes.forEach(
                attribute -> source.append('"').append(attribute.name()).append("\", "));
        source.append("]\n  training : bool\n");
        attributes.forEach(
                attribute -> source.append("  ").append(attribute.name()).append(" : Tensor\n"));
        source.append("  def forward(self: __torch__.Net,\n    v0: Tensor) -> Tensor:\n")
                .append(code);
        entry(zip, "code/__torch__.py", source.toString().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < attributes.size(); i++) {
            float[] values = attributes.get(i).values();
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            entry(zip, "data/" + i, bytes.array());
        }
        entry(zip, "constants.pkl", new Pickle().codes(")").finish());
        entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** The module as an object: its attributes are tensors, whose values are entries of the archive. */
    private byte[] data() {
        Pickle pickle = new Pickle().global("__torch__", "Net").codes(")\u0081}(");
        pickle.text("training").codes("\u0089");
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            long[] strides = attribute.shape().clone();
            long stride = 1;
            for (int d = strides.length - 1; d >= 0; d--) {
                strides[d] = stride;
                stride *= attribute.shape()[d];
            }
            pickle.text(attribute.name())
                    .global("torch._utils", "_rebuild_tensor_v2")
                    .codes("((");
            pickle.text("storage")
                    .global("torch", "FloatStorage")
                    .text(String.valueOf(i))
                    .text("cpu");
            pickle.integer(attribute.values().length).codes("tQ").integer(0);
            pickle.tuple(attribute.shape()).tuple(strides).codes("\u0089");
            pickle.global("collections", "OrderedDict").codes(")RtR");
        }
        return pickle.codes("ub").finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("net/" + name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
