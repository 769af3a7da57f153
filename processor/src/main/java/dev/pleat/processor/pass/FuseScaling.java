package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Scale;
import java.util.List;
import java.util.Optional;

/**
 * Applies a batch norm behind an activation where the activated sums are stored: one multiply-add, exact for every
 * activation and whatever the sign of γ. (Folding it into the weights, through the activation, would be wrong.)
 */
final class FuseScaling implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Scale scale)) {
            return Optional.empty();
        }
        Node source = graph.node(node.input());
        boolean fits = source.op() instanceof Linear
                && graph.hasOneUse(source.name())
                && scale.axis() == source.shape().rank() - 1;
        if (!fits) {
            return Optional.empty();
        }
        Linear linear = (Linear) source.op();
        Linear fused = linear.withEpilogue(linear.epilogue().followedBy(scale.scalings()));
        scale.scalings().forEach(s -> notes.instead(s.layer(), how(linear, notes, s.layer())));
        Node merged = new Node(node.name(), fused, source.inputs(), node.shape());
        return Optional.of(Patch.merge(List.of(source, node), merged).apply(graph));
    }

    private static String how(Linear linear, Notes notes, String layer) {
        String kernel = "'" + FoldBackward.kernel(linear) + "'";
        String in = notes.says(layer, "into " + kernel) ? "its epilogue" : "the epilogue of " + kernel;
        return "applied in " + in + " as one multiply-add";
    }
}
