package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Epilogue;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import java.util.List;
import java.util.Optional;

/** Applies an activation where the sums of the layer before it are stored. */
final class FuseActivation implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Activate activate)
                || !(graph.node(node.input()).op() instanceof Linear linear)
                || !graph.hasOneUse(node.input())) {
            return Optional.empty();
        }
        Epilogue epilogue = linear.epilogue();
        if (!epilogue.activation().isLinear() || !epilogue.scalings().isEmpty()) {
            return Optional.empty();
        }
        Node source = graph.node(node.input());
        Linear fused = linear.withEpilogue(epilogue.with(activate.function()));
        Node merged = new Node(node.name(), fused, source.inputs(), node.shape());
        return Optional.of(Patch.merge(List.of(source, node), merged).apply(graph));
    }
}
