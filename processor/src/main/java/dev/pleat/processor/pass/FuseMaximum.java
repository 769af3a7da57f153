package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Epilogue;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import dev.pleat.processor.graph.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a relu, and a batch norm behind it, in the max pool that reads the value: {@code pool(s·relu(x) + t)} is one
 * step. The layer before would do so for all numbers; this step does for the largest of a window, and for the smallest,
 * which becomes the largest where γ is negative.
 *
 * <p>Zeros around what a relu leaves are never larger than that, so such a border is as good as none.
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
        Node source = graph.node(node.input());
        if (source.op() instanceof Scale scale && scale.axis() == source.shape().rank() - 1) {
            Optional<Graph> fused = fuse(graph, node, List.of(source), pool.window(), scale.scalings());
            fused.ifPresent(done -> tell(notes, scale.scalings(), node));
            return fused;
        } else if (source.op() instanceof Pad pad && reachesInside(pool.window(), pad.border())) {
            Border border = pool.window().padding().plus(pad.border());
            return fuse(graph, node, List.of(source), pool.window().withPadding(border), List.of());
        }
        return fuse(graph, node, List.of(), pool.window(), List.of());
    }

    /**
     * Returns the graph with a relu in a max pool, nothing if there is none that nobody else reads.
     *
     * @param between what stands between the two and becomes part of the pool
     */
    private static Optional<Graph> fuse(
            Graph graph, Node node, List<Node> between, Window window, List<Scaling> scalings) {
        List<Node> old = new ArrayList<>(between);
        old.add(node);
        Node relu = graph.node(old.get(0).input());
        old.add(0, relu);
        boolean isRelu =
                relu.op() instanceof Activate activate && activate.function().equals(Activation.RELU);
        if (!isRelu || !old.subList(0, old.size() - 1).stream().allMatch(part -> graph.hasOneUse(part.name()))) {
            return Optional.empty();
        }
        Epilogue before = Epilogue.NONE.with(Activation.RELU).followedBy(scalings);
        Pool pool = new Pool(Pool.Kind.MAX, window, before);
        Node merged = new Node(node.name(), pool, relu.inputs(), node.shape());
        return Optional.of(Patch.merge(old, merged).apply(graph));
    }

    private static void tell(Notes notes, List<Scaling> scalings, Node pool) {
        String how = "applied in the epilogue of '" + FoldBackward.layer(pool)
                + "' as one multiply-add, to the largest and the smallest of each window";
        scalings.forEach(scaling -> notes.instead(scaling.layer(), how));
    }

    /** Returns whether all positions of a window see something of what a border surrounds. */
    private static boolean reachesInside(Window window, Border border) {
        Border all = window.padding().plus(border);
        return Math.max(all.top(), all.bottom()) < window.extentRows()
                && Math.max(all.left(), all.right()) < window.extentCols();
    }
}
