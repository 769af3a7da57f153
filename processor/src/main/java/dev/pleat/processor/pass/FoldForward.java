package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import dev.pleat.processor.graph.TransposedConvolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Folds a batch norm into the dense layers and convolutions that read it, if all that read it can take it.
 *
 * <pre>
 *   y = s·x + t; z = W·y + b    becomes    z = (W·s)·x + (b + W·t)
 * </pre>
 *
 * <p>Averages, crops, reshapes and permutations may stand between, a flatten too; maxima only if no γ can turn the
 * order. Where a convolution pads, a scale is exact (zeros stay zeros) but a shift is not: it would have to surround
 * the image as well.
 */
final class FoldForward implements Pass {

    /** A linear layer that takes the scalings, brought to its input channels. */
    private record Target(Node node, List<Scaling> scalings) {}

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Scale scale)) {
            return Optional.empty();
        }
        List<Target> targets = new ArrayList<>();
        String reason = collect(graph, node, scale.axis(), scale.scalings(), targets);
        if (reason != null) {
            scale.scalings().forEach(s -> notes.notBelow(s.layer(), reason));
            return Optional.empty();
        }
        Graph result = graph;
        for (Target target : targets) {
            Linear linear = (Linear) target.node().op();
            Linear folded = linear.withWeights(linear.weights().precededBy(target.scalings()));
            result = Patch.replace(target.node(), target.node().withOp(folded)).apply(result);
        }
        String names = targets.stream()
                .map(target -> "'" + FoldBackward.kernel((Linear) target.node().op()) + "'")
                .collect(Collectors.joining(", "));
        scale.scalings().forEach(s -> notes.folded(s.layer(), "folded forward into " + names));
        return Optional.of(Patch.bypass(node).apply(result));
    }

    /** Collects what reads a scaled value; returns why one of them cannot take the scaling, null if all can. */
    private static String collect(Graph graph, Node node, int axis, List<Scaling> scalings, List<Target> targets) {
        if (graph.isOutput(node.name())) {
            return "not forward: '" + FoldBackward.layer(node) + "' is an output";
        }
        for (Node reader : graph.consumers(node.name())) {
            String reason = reader.op() instanceof Linear linear
                    ? take(node, reader, linear, axis, scalings, targets)
                    : pass(graph, node, reader, axis, scalings, targets);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private static String take(
            Node node, Node reader, Linear linear, int axis, List<Scaling> scalings, List<Target> targets) {
        String into = "not forward into '" + FoldBackward.kernel(linear) + "': ";
        if (linear.epilogue().residual() && reader.inputs().get(1).equals(node.name())) {
            return into + "it adds the value";
        } else if (axis != node.shape().rank() - 1) {
            return into + "it scales axis " + (axis + 1) + ", but the input channels are axis "
                    + node.shape().rank();
        } else if (linear.padded() && !scalings.stream().allMatch(Scaling::shiftless)) {
            return into
                    + (linear instanceof TransposedConvolution
                            ? "a shift adds up differently at the edges"
                            : "it pads with zeros, which a shift would change");
        }
        targets.add(new Target(reader, scalings));
        return null;
    }

    private static String pass(
            Graph graph, Node node, Node reader, int axis, List<Scaling> scalings, List<Target> targets) {
        int below = Commuting.downward(reader.op(), axis, scalings, node.shape(), reader.shape());
        if (below >= 0) {
            return collect(graph, reader, below, scalings, targets);
        }
        boolean flattens = reader.op() instanceof Reshape
                && axis == node.shape().rank() - 1
                && reader.shape().last() % node.shape().last() == 0;
        if (flattens) {
            int times = reader.shape().last() / node.shape().last();
            List<Scaling> tiled = scalings.stream()
                    .<Scaling>map(scaling -> new Scaling.Tiled(scaling, times))
                    .toList();
            return collect(graph, reader, reader.shape().rank() - 1, tiled, targets);
        }
        return "not forward: " + Obstacle.below(reader);
    }
}
