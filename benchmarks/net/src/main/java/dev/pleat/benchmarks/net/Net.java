package dev.pleat.benchmarks.net;

import java.util.List;

/**
 * A network: its nodes, each after what it reads. The first is the input, the last the output.
 *
 * @param name the name of the annotated model
 * @param nodes the nodes
 */
public record Net(String name, List<Node> nodes) {
    /** Makes the list immutable. */
    public Net {
        nodes = List.copyOf(nodes);
    }

    /** {@return the input} */
    public Node input() {
        return nodes.get(0);
    }

    /** {@return the output} */
    public Node output() {
        return nodes.get(nodes.size() - 1);
    }

    /** {@return the multiply-adds of a prediction} */
    public long multiplyAdds() {
        return nodes.stream().mapToLong(Node::multiplyAdds).sum();
    }

    /** {@return the number of weights, batch norm's statistics among them} */
    public long parameters() {
        return nodes.stream().mapToLong(Node::parameters).sum();
    }

    /** {@return how many nodes read a node} */
    public long uses(Node node) {
        return nodes.stream()
                .flatMap(user -> user.inputs().stream())
                .filter(read -> read.equals(node))
                .count();
    }
}
