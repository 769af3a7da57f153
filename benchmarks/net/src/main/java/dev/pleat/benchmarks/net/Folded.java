package dev.pleat.benchmarks.net;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network whose batch norms are folded into the linear layers in front of them, where there is one: what the tools of
 * engines do that don't do it themselves.
 *
 * @param net the network; a batch norm behind something else is still there
 * @param weights its weights
 */
public record Folded(Net net, Map<String, Tensor> weights) {

    /** {@return a network, folded} */
    public static Folded of(Net net, Map<String, Tensor> weights) {
        Map<String, Tensor> folded = new LinkedHashMap<>(weights);
        Map<Node, Node> replacements = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : net.nodes()) {
            List<Node> inputs = node.inputs().stream().map(replacements::get).toList();
            if (node.op() instanceof Op.BatchNorm norm && isLinear(node.input()) && net.uses(node.input()) == 1) {
                fold(node, norm, folded);
                replacements.put(node, inputs.get(0));
            } else {
                boolean biased = node.op() instanceof Op.Conv || node.op() instanceof Op.Depthwise;
                Node copy = new Node(node.name(), biased ? withBias(node.op()) : node.op(), inputs, node.shape());
                if (biased) {
                    int channels = node.shape().channels();
                    folded.putIfAbsent(node.name() + "/bias", Tensor.of(new float[channels], channels));
                }
                nodes.add(copy);
                replacements.put(node, copy);
            }
        }
        return new Folded(new Net(net.name(), nodes), folded);
    }

    private static boolean isLinear(Node node) {
        return node.op() instanceof Op.Conv || node.op() instanceof Op.Depthwise || node.op() instanceof Op.Dense;
    }

    private static Op withBias(Op op) {
        return op instanceof Op.Conv conv
                ? new Op.Conv(conv.window(), conv.filters(), true)
                : new Op.Depthwise(((Op.Depthwise) op).window(), true);
    }

    private static void fold(Node norm, Op.BatchNorm op, Map<String, Tensor> weights) {
        Affine affine = Affine.of(norm, op.epsilon(), weights);
        Node linear = norm.input();
        int channels = norm.shape().channels();
        String kernel = linear.name() + (linear.op() instanceof Op.Depthwise ? "/depthwise_kernel" : "/kernel");
        Tensor before = weights.get(kernel);
        float[] scaled = new float[before.values().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (before.values()[i] * affine.scale()[i % channels]);
        }
        weights.put(kernel, new Tensor(before.shape(), scaled));
        float[] bias = weights.get(linear.name() + "/bias").values();
        float[] shifted = new float[channels];
        for (int c = 0; c < channels; c++) {
            shifted[c] = (float) (bias[c] * affine.scale()[c] + affine.shift()[c]);
        }
        weights.put(linear.name() + "/bias", Tensor.of(shifted, channels));
    }
}
