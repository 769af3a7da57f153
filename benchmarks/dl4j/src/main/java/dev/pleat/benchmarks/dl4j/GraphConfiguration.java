package dev.pleat.benchmarks.dl4j;

import dev.pleat.benchmarks.net.ChannelsFirst;
import dev.pleat.benchmarks.net.Folded;
import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Op;
import dev.pleat.benchmarks.net.Shape;
import dev.pleat.benchmarks.net.Window;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network in DL4J's configuration API, and its weights there. */
final class GraphConfiguration {
    private final Net net;
    private final Map<String, Tensor> weights;
    private final GraphBuilder builder =
            new NeuralNetConfiguration.Builder().activation(Activation.IDENTITY).graphBuilder();

    GraphConfiguration(Folded folded) {
        this.net = folded.net();
        this.weights = folded.weights();
    }

    ComputationGraph build() {
        Shape in = net.input().shape();
        builder.addInputs(name(net.input()));
        for (Node node : net.nodes()) {
            if (!(node.op() instanceof Op.Input) && !isPassedOver(node)) {
                add(node);
            }
        }
        builder.setInputTypes(
                in.flat()
                        ? InputType.feedForward(in.channels())
                        : InputType.convolutional(in.height(), in.width(), in.channels()));
        builder.setOutputs(name(net.output()));
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        net.nodes().forEach(node -> setWeights(graph, node));
        return graph;
    }

    /** Dense layers flatten what they read, and global pooling makes vectors. */
    private static boolean isPassedOver(Node node) {
        return node.op() instanceof Op.Flatten;
    }

    private static String name(Node node) {
        return (isPassedOver(node) ? node.input() : node).name();
    }

    private void add(Node node) {
        Op op = node.op();
        String name = name(node);
        String input = name(node.input());
        if (op instanceof Op.Conv conv) {
            builder.addLayer(name, convolution(node, conv), input);
        } else if (op instanceof Op.Depthwise depthwise) {
            builder.addLayer(name, depthwise(node, depthwise.window()), input);
        } else if (op instanceof Op.Dense dense) {
            int size = node.input().shape().size();
            builder.addLayer(
                    name, new DenseLayer.Builder().nIn(size).nOut(dense.units()).build(), input);
        } else if (op instanceof Op.BatchNorm norm) {
            int channels = node.shape().channels();
            builder.addLayer(
                    name,
                    new BatchNormalization.Builder()
                            .nIn(channels)
                            .nOut(channels)
                            .eps(norm.epsilon())
                            .useLogStd(false)
                            .build(),
                    input);
        } else if (op instanceof Op.MaxPool pool) {
            builder.addLayer(name, maxPool(node, pool.window()), input);
        } else if (op instanceof Op.MeanPool) {
            builder.addLayer(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), input);
        } else if (op instanceof Op.Add) {
            builder.addVertex(
                    name,
                    new ElementWiseVertex(ElementWiseVertex.Op.Add),
                    input,
                    name(node.inputs().get(1)));
        } else {
            builder.addLayer(name, new ActivationLayer(activation(op)), input);
        }
    }

    private static Activation activation(Op op) {
        if (op instanceof Op.Relu) {
            return Activation.RELU;
        }
        return op instanceof Op.Relu6 ? Activation.RELU6 : Activation.SOFTMAX;
    }

    private static ConvolutionLayer convolution(Node node, Op.Conv conv) {
        Window window = conv.window();
        return new ConvolutionLayer.Builder(window.height(), window.width())
                .stride(window.down(), window.across())
                .padding(padding(node, window))
                .convolutionMode(mode(node, window))
                .nIn(node.input().shape().channels())
                .nOut(conv.filters())
                .build();
    }

    private static DepthwiseConvolution2D depthwise(Node node, Window window) {
        int channels = node.shape().channels();
        return new DepthwiseConvolution2D.Builder(window.height(), window.width())
                .stride(window.down(), window.across())
                .padding(padding(node, window))
                .convolutionMode(mode(node, window))
                .nIn(channels)
                .nOut(channels)
                .depthMultiplier(1)
                .build();
    }

    private static SubsamplingLayer maxPool(Node node, Window window) {
        return new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(window.height(), window.width())
                .stride(window.down(), window.across())
                .padding(padding(node, window))
                .convolutionMode(mode(node, window))
                .build();
    }

    private static boolean isSame(Node node, Window window) {
        return window.isPadded() && window.isSame(node.input().shape());
    }

    private static ConvolutionMode mode(Node node, Window window) {
        return isSame(node, window) ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private static int[] padding(Node node, Window window) {
        return isSame(node, window) ? new int[] {0, 0} : new int[] {window.top(), window.left()};
    }

    private void setWeights(ComputationGraph graph, Node node) {
        Op op = node.op();
        String prefix = node.name() + "_";
        if (op instanceof Op.Depthwise depthwise) {
            Window window = depthwise.window();
            long[] shape = {window.height(), window.width(), node.shape().channels(), 1};
            float[] kernel = weights.get(node.name() + "/depthwise_kernel").values();
            graph.setParam(prefix + "W", array(kernel, shape));
            graph.setParam(prefix + "b", row(node, "bias"));
        } else if (op instanceof Op.Conv || op instanceof Op.Dense) {
            float[] kernel = ChannelsFirst.kernel(node, weights);
            graph.setParam(prefix + "W", array(kernel, ChannelsFirst.kernelShape(node)));
            graph.setParam(prefix + "b", row(node, "bias"));
        } else if (op instanceof Op.BatchNorm) {
            graph.setParam(prefix + "gamma", row(node, "gamma"));
            graph.setParam(prefix + "beta", row(node, "beta"));
            graph.setParam(prefix + "mean", row(node, "moving_mean"));
            graph.setParam(prefix + "var", row(node, "moving_variance"));
        }
    }

    private INDArray row(Node node, String weight) {
        float[] values = weights.get(node.name() + "/" + weight).values();
        return array(values, 1, values.length);
    }

    private static INDArray array(float[] values, long... shape) {
        return Nd4j.create(values, shape, 'c');
    }
}
