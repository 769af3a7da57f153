package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Epilogue;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a relu, and a batch norm behind it, in the max pool that reads the value: {@code pool(s·relu(x) + t)} is one
 * step. The layer before would do so for all numbers; this step does for the largest of a window, and for the smallest,
 * which becomes the largest where γ is negative.
 */
final class FuseMaximum implements Pass {

    /** Fewer channels do not fill a vector, and would be pooled one by one. */
    private static final int FEWEST_CHANNELS = 16;

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Pool pool)
                || pool.kind() != Pool.Kind.MAX
                || !pool.before().isEmpty()
                || node.shape().last() < FEWEST_CHANNELS) {
            return Optional.empty();
        }
        List<Node> fused = new ArrayList<>(List.of(node));
        List<Scaling> scalings = List.of();
        Node source = graph.node(node.input());
        if (source.op() instanceof Scale scale && scale.axis() == source.shape().rank() - 1) {
            scalings = scale.scalings();
            fused.add(0, source);
            source = graph.node(source.input());
        }
        fused.add(0, source);
        if (!(source.op() instanceof Activate activate)
                || !activate.function().equals(Activation.RELU)
                || !fused.subList(0, fused.size() - 1).stream().allMatch(part -> graph.hasOneUse(part.name()))) {
            return Optional.empty();
        }
        Epilogue before = Epilogue.NONE.with(activate.function()).followedBy(scalings);
        Node merged = new Node(node.name(), pool.with(before), source.inputs(), node.shape());
        String how = "applied in the epilogue of '" + FoldBackward.layer(node)
                + "' as one multiply-add, to the largest and the smallest of each window";
        scalings.forEach(s -> notes.instead(s.layer(), how));
        return Optional.of(Patch.merge(fused, merged).apply(graph));
    }
}
