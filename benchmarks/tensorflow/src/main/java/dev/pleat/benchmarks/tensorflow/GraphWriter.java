package dev.pleat.benchmarks.tensorflow;

import dev.pleat.benchmarks.net.Folded;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Op;
import dev.pleat.benchmarks.net.Window;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Adds a network to a graph, channels last, weights as constants: a frozen graph after optimization for inference. */
final class GraphWriter {
    /** The name of the placeholder. */
    static final String INPUT = "input";

    private final Ops ops;
    private final Map<String, Tensor> weights;
    private final int samples;
    private final Map<Node, Operand<TFloat32>> values = new HashMap<>();
    private final String output;

    GraphWriter(Graph graph, Folded folded, int samples) {
        this.ops = Ops.create(graph);
        this.weights = folded.weights();
        this.samples = samples;
        for (Node node : folded.net().nodes()) {
            values.put(node, add(node));
        }
        output = values.get(folded.net().output()).op().name();
    }

    /** {@return the name of the operation with the result} */
    String output() {
        return output;
    }

    private Operand<TFloat32> add(Node node) {
        Op op = node.op();
        if (op instanceof Op.Input) {
            Shape shape = Shape.of(shape(node.shape(), samples));
            return ops.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(shape));
        }
        Operand<TFloat32> x = values.get(node.input());
        if (op instanceof Op.Conv conv) {
            return biased(node, convolution(node, conv.window(), x));
        }
        if (op instanceof Op.Depthwise depthwise) {
            Window window = depthwise.window();
            Operand<TFloat32> kernel = constant(node, "depthwise_kernel");
            return biased(node, ops.nn.depthwiseConv2dNative(x, kernel, strides(window), padding(node, window)));
        }
        if (op instanceof Op.Dense) {
            return biased(node, ops.linalg.matMul(x, constant(node, "kernel")));
        }
        if (op instanceof Op.BatchNorm norm) {
            return ops.nn
                    .fusedBatchNorm(
                            x,
                            constant(node, "gamma"),
                            constant(node, "beta"),
                            constant(node, "moving_mean"),
                            constant(node, "moving_variance"),
                            FusedBatchNorm.isTraining(false),
                            FusedBatchNorm.epsilon((float) norm.epsilon()))
                    .y();
        }
        if (op instanceof Op.MaxPool pool) {
            return maxPool(node, pool.window(), x);
        }
        return simple(node, x);
    }

    private Operand<TFloat32> simple(Node node, Operand<TFloat32> x) {
        Op op = node.op();
        if (op instanceof Op.Add) {
            return ops.math.add(x, values.get(node.inputs().get(1)));
        }
        if (op instanceof Op.Relu) {
            return ops.nn.relu(x);
        }
        if (op instanceof Op.Relu6) {
            return ops.nn.relu6(x);
        }
        if (op instanceof Op.MeanPool) {
            return ops.math.mean(x, ops.constant(new int[] {1, 2}));
        }
        if (op instanceof Op.Flatten) {
            return ops.reshape(x, ops.constant(new int[] {samples, node.shape().size()}));
        }
        return ops.nn.softmax(x);
    }

    private Operand<TFloat32> convolution(Node node, Window window, Operand<TFloat32> x) {
        Operand<TFloat32> kernel = constant(node, "kernel");
        if (!isExplicit(node, window)) {
            return ops.nn.conv2d(x, kernel, strides(window), padding(node, window));
        }
        List<Long> paddings = List.of(
                0L,
                0L,
                (long) window.top(),
                (long) window.bottom(),
                (long) window.left(),
                (long) window.right(),
                0L,
                0L);
        return ops.nn.conv2d(x, kernel, strides(window), "EXPLICIT", Conv2d.explicitPaddings(paddings));
    }

    /** Max pooling takes no paddings of its own on a CPU; zeros do no harm to what comes from a relu. */
    private Operand<TFloat32> maxPool(Node node, Window window, Operand<TFloat32> x) {
        Operand<TFloat32> padded = x;
        if (isExplicit(node, window)) {
            int[][] paddings = {
                {0, 0}, {window.top(), window.bottom()}, {window.left(), window.right()}, {0, 0},
            };
            padded = ops.pad(x, ops.constant(paddings), ops.constant(0f));
        }
        int[] size = {1, window.height(), window.width(), 1};
        int[] strides = {1, window.down(), window.across(), 1};
        return ops.nn.maxPool(padded, ops.constant(size), ops.constant(strides), padding(node, window));
    }

    private Operand<TFloat32> biased(Node node, Operand<TFloat32> x) {
        return ops.nn.biasAdd(x, constant(node, "bias"));
    }

    private Operand<TFloat32> constant(Node node, String name) {
        Tensor tensor = weights.get(node.name() + "/" + name);
        long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        try (TFloat32 values = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(tensor.values()))) {
            return ops.constantOf(values);
        }
    }

    private static boolean isExplicit(Node node, Window window) {
        return window.isPadded() && !window.isSame(node.input().shape());
    }

    private static String padding(Node node, Window window) {
        return window.isPadded() && window.isSame(node.input().shape()) ? "SAME" : "VALID";
    }

    private static List<Long> strides(Window window) {
        return List.of(1L, (long) window.down(), (long) window.across(), 1L);
    }

    static long[] shape(dev.pleat.benchmarks.net.Shape shape, int samples) {
        List<Long> dimensions = new ArrayList<>(List.of((long) samples));
        if (!shape.flat()) {
            dimensions.addAll(List.of((long) shape.height(), (long) shape.width()));
        }
        dimensions.add((long) shape.channels());
        return dimensions.stream().mapToLong(Long::longValue).toArray();
    }
}
