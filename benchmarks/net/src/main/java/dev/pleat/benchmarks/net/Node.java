package dev.pleat.benchmarks.net;

import java.util.List;

/**
 * One operation of a network.
 *
 * @param name the layer's name in the model for Pleat, {@code b1/depthwise}; an activation within a layer is called
 *     {@code layer.relu}
 * @param op what it computes
 * @param inputs the nodes that it reads
 * @param shape the shape of its result
 */
public record Node(String name, Op op, List<Node> inputs, Shape shape) {
    /** Makes the list immutable. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** {@return the only node that it reads, or the first} */
    public Node input() {
        return inputs.get(0);
    }

    /** {@return its multiply-adds: of linear operations only, as is the custom} */
    public long multiplyAdds() {
        long size = shape.size();
        if (op instanceof Op.Conv conv) {
            return size
                    * conv.window().height()
                    * conv.window().width()
                    * input().shape().channels();
        }
        if (op instanceof Op.Depthwise depthwise) {
            return size * depthwise.window().height() * depthwise.window().width();
        }
        return op instanceof Op.Dense ? size * input().shape().size() : 0;
    }

    /** {@return how many numbers its weights are} */
    public long parameters() {
        int channels = shape.channels();
        if (op instanceof Op.Conv conv) {
            long taps = (long) conv.window().height() * conv.window().width();
            return taps * input().shape().channels() * channels + (conv.bias() ? channels : 0);
        }
        if (op instanceof Op.Depthwise depthwise) {
            long taps = (long) depthwise.window().height() * depthwise.window().width();
            return taps * channels + (depthwise.bias() ? channels : 0);
        }
        if (op instanceof Op.Dense) {
            return (long) input().shape().size() * channels + channels;
        }
        return op instanceof Op.BatchNorm ? 4L * channels : 0;
    }

    /** {@return whether the other is a node of this name, unique in a network; going through all inputs would take long} */
    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " = " + op + " : " + shape;
    }
}
