package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Window;
import java.util.List;
import java.util.Optional;

/**
 * Makes zero padding part of the convolution that reads it. (Not of a pooling: its own padding counts for nothing,
 * these zeros count.)
 */
final class FoldPadding implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (node.inputs().isEmpty() || !(graph.node(node.input()).op() instanceof Pad pad)) {
            return Optional.empty();
        }
        String source = graph.node(node.input()).input();
        if (node.op() instanceof Pad outer) {
            Pad merged = new Pad(outer.border().plus(pad.border()));
            return Optional.of(Patch.replace(node, new Node(node.name(), merged, List.of(source), node.shape()))
                    .apply(graph));
        }
        if (node.op() instanceof Convolution convolution && node.inputs().size() == 1) {
            Window window = convolution.window();
            Convolution padded =
                    convolution.withWindow(window.withPadding(window.padding().plus(pad.border())));
            return Optional.of(Patch.replace(node, new Node(node.name(), padded, List.of(source), node.shape()))
                    .apply(graph));
        }
        return Optional.empty();
    }
}
