package dev.pleat.benchmarks.net;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random weights of a network, the same for every engine and in every run.
 *
 * <p>Kernels are of He's scale, and batch norms have the statistics that such kernels cause, give or take a third: values
 * neither grow nor shrink with depth, and every norm does something.
 */
public final class Weights {
    private static final long SEED = 20261123;

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /** The mean square of each node's values, as far as arithmetic foresees it. */
    private final Map<String, Double> energies = new HashMap<>();

    private Weights() {}

    /** {@return the weights of a network by name, in Keras's layouts} */
    public static Map<String, Tensor> of(Net net) {
        Weights weights = new Weights();
        for (Node node : net.nodes()) {
            weights.energies.put(node.name(), weights.add(node));
        }
        return weights.tensors;
    }

    /** {@return numbers between -1.7 and 1.7, of variance 1} */
    public static float[] input(Shape shape, int samples) {
        return uniform("input" + shape, shape.size() * samples, 0, 1);
    }

    private double add(Node node) {
        double energy = node.inputs().isEmpty() ? 1 : energies.get(node.input().name());
        Op op = node.op();
        int channels = node.shape().channels();
        if (op instanceof Op.Conv conv) {
            Window window = conv.window();
            int in = node.input().shape().channels();
            kernel(
                    node,
                    "kernel",
                    window.height() * window.width() * in,
                    window.height(),
                    window.width(),
                    in,
                    channels);
            return bias(node, conv.bias()) + 2 * energy;
        }
        if (op instanceof Op.Depthwise depthwise) {
            Window window = depthwise.window();
            kernel(
                    node,
                    "depthwise_kernel",
                    window.height() * window.width(),
                    window.height(),
                    window.width(),
                    channels,
                    1);
            return bias(node, depthwise.bias()) + 2 * energy;
        }
        if (op instanceof Op.Dense) {
            int in = node.input().shape().size();
            kernel(node, "kernel", in, in, channels);
            return bias(node, true) + 2 * energy;
        }
        if (op instanceof Op.BatchNorm) {
            put(node, "gamma", 1, 0.2);
            put(node, "beta", 0, 0.2);
            put(node, "moving_mean", 0, 0.2 * Math.sqrt(energy));
            put(node, "moving_variance", energy, 0.2 * energy);
            return 1.1;
        }
        if (op instanceof Op.Relu || op instanceof Op.Relu6) {
            return energy / 2;
        }
        return op instanceof Op.Add ? energy + energies.get(node.inputs().get(1).name()) : energy;
    }

    private void kernel(Node node, String name, int fanIn, int... shape) {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        String path = path(node, name);
        tensors.put(path, Tensor.of(uniform(path, size, 0, Math.sqrt(2.0 / fanIn)), shape));
    }

    private double bias(Node node, boolean present) {
        if (present) {
            put(node, "bias", 0, 0.1);
        }
        return present ? 0.01 : 0;
    }

    private void put(Node node, String name, double middle, double deviation) {
        String path = path(node, name);
        int channels = node.shape().channels();
        tensors.put(path, Tensor.of(uniform(path, channels, middle, deviation), channels));
    }

    private static String path(Node node, String name) {
        return node.name() + "/" + name;
    }

    /** A generator of its own for each tensor: it does not depend on what else is in the network. */
    private static float[] uniform(String path, int size, double middle, double deviation) {
        SplittableRandom random = new SplittableRandom(SEED + path.hashCode());
        float[] values = new float[size];
        double spread = 2 * Math.sqrt(3) * deviation;
        for (int i = 0; i < size; i++) {
            values[i] = (float) (middle + spread * (random.nextDouble() - 0.5));
        }
        return values;
    }
}
