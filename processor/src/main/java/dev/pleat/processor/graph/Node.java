package dev.pleat.processor.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A named value and how it is computed.
 *
 * @param name the path of the layer that it is the result of; internal values add {@code #} and a word
 * @param inputs names of nodes above
 */
public record Node(String name, Op op, List<String> inputs, Shape shape) {

    public Node {
        inputs = List.copyOf(inputs);
    }

    /** Returns the name of the first value that the node reads. */
    public String input() {
        return inputs.get(0);
    }

    /** Returns this node with another operation of the same result. */
    public Node withOp(Op changed) {
        return new Node(name, changed, inputs, shape);
    }

    /** Returns this node reading {@code to} wherever it read {@code from}. */
    public Node redirect(String from, String to) {
        return inputs.contains(from)
                ? new Node(
                        name,
                        op,
                        inputs.stream().map(i -> i.equals(from) ? to : i).toList(),
                        shape)
                : this;
    }

    /** Returns the node's line of the dump. */
    @Override
    public String toString() {
        return name + " = " + op + inputs.stream().collect(Collectors.joining(", ", " (", ")")) + " : " + shape;
    }
}
