package dev.pleat.benchmarks.net;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Computes networks plainly, in float64 and with batch norm unfolded, for every engine to be checked against. */
public final class Reference {
    private final Map<String, Tensor> weights;
    private final Map<Node, double[]> values = new HashMap<>();

    private Reference(Map<String, Tensor> weights) {
        this.weights = weights;
    }

    /**
     * Computes a network's output.
     *
     * @param net the network
     * @param weights its weights
     * @param input one sample
     * @return the output
     */
    public static double[] output(Net net, Map<String, Tensor> weights, float[] input) {
        Reference reference = new Reference(weights);
        for (Node node : net.nodes()) {
            reference.values.put(node, reference.value(node, input));
        }
        return reference.values.get(net.output());
    }

    private double[] value(Node node, float[] input) {
        Op op = node.op();
        if (op instanceof Op.Input) {
            double[] x = new double[input.length];
            Arrays.setAll(x, i -> input[i]);
            return x;
        }
        double[] x = values.get(node.input());
        Shape shape = node.input().shape();
        if (op instanceof Op.Conv conv) {
            return new Sliding(conv.window(), shape, node.shape()).convolution(x, kernel(node), bias(node));
        }
        if (op instanceof Op.Depthwise depthwise) {
            float[] kernel = weights.get(node.name() + "/depthwise_kernel").values();
            return new Sliding(depthwise.window(), shape, node.shape()).depthwise(x, kernel, bias(node));
        }
        if (op instanceof Op.Dense) {
            Window all = Window.valid(1, 1);
            Shape vector = Shape.vector(shape.size());
            return new Sliding(all, vector, node.shape()).convolution(x, kernel(node), bias(node));
        }
        if (op instanceof Op.MaxPool pool) {
            return new Sliding(pool.window(), shape, node.shape()).max(x);
        }
        return op instanceof Op.MeanPool pool
                ? new Sliding(pool.window(), shape, node.shape()).mean(x)
                : elementwise(node, x.clone());
    }

    private double[] elementwise(Node node, double[] x) {
        Op op = node.op();
        if (op instanceof Op.BatchNorm norm) {
            normalize(node, norm.epsilon(), x);
        } else if (op instanceof Op.Softmax) {
            double max = Arrays.stream(x).max().orElse(0);
            Arrays.setAll(x, i -> Math.exp(x[i] - max));
            double sum = Arrays.stream(x).sum();
            Arrays.setAll(x, i -> x[i] / sum);
        } else if (op instanceof Op.Relu) {
            Arrays.setAll(x, i -> Math.max(x[i], 0));
        } else if (op instanceof Op.Relu6) {
            Arrays.setAll(x, i -> Math.min(Math.max(x[i], 0), 6));
        } else if (op instanceof Op.Add) {
            double[] y = values.get(node.inputs().get(1));
            Arrays.setAll(x, i -> x[i] + y[i]);
        }
        return x;
    }

    private void normalize(Node node, double epsilon, double[] x) {
        Affine affine = Affine.of(node, epsilon, weights);
        int channels = node.shape().channels();
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * affine.scale()[i % channels] + affine.shift()[i % channels];
        }
    }

    private float[] kernel(Node node) {
        return weights.get(node.name() + "/kernel").values();
    }

    private float[] bias(Node node) {
        Tensor bias = weights.get(node.name() + "/bias");
        return bias == null ? new float[node.shape().channels()] : bias.values();
    }
}
