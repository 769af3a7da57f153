package dev.pleat.benchmarks.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a network, node by node. Each reads the one added last, unless {@link #from} says otherwise. */
public final class NetBuilder {
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private Node last;

    /**
     * Begins with the input.
     *
     * @param name the network's name
     * @param input the input's name
     * @param shape its shape
     */
    public NetBuilder(String name, String input, Shape shape) {
        this.name = name;
        this.last = new Node(input, new Op.Input(), List.of(), shape);
        nodes.add(last);
    }

    /** {@return the node that was added last} */
    public Node last() {
        return last;
    }

    /** Lets the next node read a node. */
    public NetBuilder from(Node node) {
        last = node;
        return this;
    }

    /** Adds a convolution padded as TensorFlow does, with a bias. */
    public NetBuilder sameConv(String layer, int filters, int height, int width, int stride) {
        return conv(layer, filters, Window.same(last.shape(), height, width, stride), true);
    }

    /** Adds a convolution. */
    public NetBuilder conv(String layer, int filters, Window window, boolean bias) {
        return add(layer, new Op.Conv(window, filters, bias), window.over(last.shape(), filters));
    }

    /** Adds a depthwise convolution of 3 by 3, padded as TensorFlow does. */
    public NetBuilder depthwise(String layer, int stride, boolean bias) {
        Window window = Window.same(last.shape(), 3, 3, stride);
        return add(
                layer,
                new Op.Depthwise(window, bias),
                window.over(last.shape(), last.shape().channels()));
    }

    /** Adds a dense layer. */
    public NetBuilder dense(String layer, int units) {
        return add(layer, new Op.Dense(units), Shape.vector(units));
    }

    /** Adds a batch norm. */
    public NetBuilder norm(String layer, double epsilon) {
        return add(layer, new Op.BatchNorm(epsilon), last.shape());
    }

    /** Adds a relu. */
    public NetBuilder relu(String layer) {
        return add(layer, new Op.Relu(), last.shape());
    }

    /** Adds a relu that is bounded by 6. */
    public NetBuilder relu6(String layer) {
        return add(layer, new Op.Relu6(), last.shape());
    }

    /** Adds a softmax. */
    public NetBuilder softmax(String layer) {
        return add(layer, new Op.Softmax(), last.shape());
    }

    /** Adds the sum of two nodes. */
    public NetBuilder sum(String layer, Node... addends) {
        return add(new Node(layer, new Op.Add(), Arrays.asList(addends), addends[0].shape()));
    }

    /** Adds a max pooling. */
    public NetBuilder maxPool(String layer, Window window) {
        return add(
                layer,
                new Op.MaxPool(window),
                window.over(last.shape(), last.shape().channels()));
    }

    /** Adds the mean over the whole image, which becomes a vector. */
    public NetBuilder mean(String layer) {
        Shape image = last.shape();
        Window all = new Window(image.height(), image.width(), image.height(), image.width(), 0, 0, 0, 0);
        add(layer, new Op.MeanPool(all), all.over(image, image.channels()));
        return flatten(layer + ".flat");
    }

    /** Makes the image a vector. */
    public NetBuilder flatten(String layer) {
        return add(layer, new Op.Flatten(), Shape.vector(last.shape().size()));
    }

    /** {@return the network} */
    public Net build() {
        return new Net(name, nodes);
    }

    private NetBuilder add(String layer, Op op, Shape shape) {
        return add(new Node(layer, op, List.of(last), shape));
    }

    private NetBuilder add(Node node) {
        nodes.add(node);
        last = node;
        return this;
    }
}
