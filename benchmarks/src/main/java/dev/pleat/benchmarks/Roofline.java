package dev.pleat.benchmarks;

import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Op;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The least time that arithmetic and memory of a machine allow.
 *
 * <p>It is the larger of two: multiply-adds at the FMA peak, and bytes at the speed with which they can be read. Of the
 * bytes, weights come from as far away as all that a prediction touches is large, since the next prediction begins
 * anew; values come from as far away as the layer's input and output are large. Each is counted once, activations and
 * norms not at all: they are fused.
 *
 * @param machine the machine
 * @param footprint the bytes of all weights and of the largest layer's values
 */
record Roofline(Machine machine, long footprint) {

    static Roofline of(Machine machine, Net net) {
        long weights = net.nodes().stream().mapToLong(Roofline::weightBytes).sum();
        long values = net.nodes().stream()
                .mapToLong(node -> valueBytes(List.of(node)))
                .max()
                .orElse(0);
        return new Roofline(machine, weights + values);
    }

    /** {@return the microseconds of a convolution or another operation, with what is fused into it} */
    double micros(Collection<Node> layer) {
        return Math.max(arithmetic(layer), memory(layer));
    }

    /** {@return the microseconds of a network: each linear or pooling operation with what follows it, one after the other} */
    double micros(Net net) {
        return net.nodes().stream()
                .filter(node -> node.multiplyAdds() > 0 || node.op() instanceof Op.MaxPool)
                .mapToDouble(node -> micros(List.of(node)))
                .sum();
    }

    double arithmetic(Collection<Node> layer) {
        long multiplyAdds = layer.stream().mapToLong(Node::multiplyAdds).sum();
        return 2 * multiplyAdds / machine.gflops() / 1e3;
    }

    double memory(Collection<Node> layer) {
        long weights = layer.stream().mapToLong(Roofline::weightBytes).sum();
        long values = valueBytes(layer);
        return weights / machine.gigabytes(footprint) / 1e3 + values / machine.gigabytes(values) / 1e3;
    }

    private static long weightBytes(Node node) {
        return node.op() instanceof Op.BatchNorm ? 0 : Float.BYTES * node.parameters();
    }

    /** What a layer reads of others, and what it writes: its last node. */
    private static long valueBytes(Collection<Node> layer) {
        Set<Node> within = new HashSet<>(layer);
        Set<Node> read = new HashSet<>();
        Node last = null;
        for (Node node : layer) {
            node.inputs().stream().filter(input -> !within.contains(input)).forEach(read::add);
            last = node;
        }
        long numbers = read.stream().mapToLong(node -> node.shape().size()).sum();
        return Float.BYTES * (numbers + (last == null ? 0 : last.shape().size()));
    }
}
