package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import java.util.List;
import java.util.Optional;

/**
 * Starts the sums of a linear layer from the value that is added to its result:
 * {@code y = W·x + b; z = y + r} becomes {@code z = W·x + (b + r)}.
 */
final class FuseResidual implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Merge merge)
                || merge.kind() != Merge.Kind.ADD
                || node.inputs().size() != 2) {
            return Optional.empty();
        }
        // The operand computed last, so that no value lives longer than it must.
        int last = graph.nodes().indexOf(graph.node(node.inputs().get(1)))
                        >= graph.nodes().indexOf(graph.node(node.inputs().get(0)))
                ? 1
                : 0;
        Optional<Graph> fused = fuse(graph, node, last);
        return fused.isPresent() ? fused : fuse(graph, node, 1 - last);
    }

    private static Optional<Graph> fuse(Graph graph, Node sum, int operand) {
        Node source = graph.node(sum.inputs().get(operand));
        String other = sum.inputs().get(1 - operand);
        if (!(source.op() instanceof Linear linear)
                || !linear.epilogue().isEmpty()
                || !graph.hasOneUse(source.name())
                || !source.shape().equals(sum.shape())
                || !graph.node(other).shape().equals(sum.shape())) {
            return Optional.empty();
        }
        Linear fused = linear.withEpilogue(linear.epilogue().withResidual());
        Node merged = new Node(sum.name(), fused, List.of(source.input(), other), sum.shape());
        return Optional.of(Patch.merge(List.of(source, sum), merged).apply(graph));
    }
}
