package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.UpSample;
import java.util.Optional;
import java.util.stream.IntStream;

/** Removes what does nothing: dropout, a linear activation, a reshape to the same shape, and makes two reshapes one. */
final class RemoveIdentities implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (isIdentity(graph, node)) {
            return Optional.of(Patch.bypass(node).apply(graph));
        }
        if (node.op() instanceof Reshape && graph.node(node.input()).op() instanceof Reshape) {
            Node inner = graph.node(node.input());
            Node merged = new Node(node.name(), node.op(), inner.inputs(), node.shape());
            return Optional.of(Patch.replace(node, merged).apply(graph));
        }
        return Optional.empty();
    }

    private static boolean isIdentity(Graph graph, Node node) {
        Op op = node.op();
        if (op instanceof Identity) {
            return true;
        } else if (op instanceof Activate activate) {
            return activate.function().isLinear();
        } else if (op instanceof Reshape reshape) {
            return reshape.target().equals(graph.node(node.input()).shape());
        } else if (op instanceof Permute permute) {
            return permute.dims()
                    .equals(IntStream.range(0, permute.dims().size()).boxed().toList());
        } else if (op instanceof Pad pad) {
            return pad.border().equals(Border.NONE);
        } else if (op instanceof Crop crop) {
            return crop.border().equals(Border.NONE);
        } else if (op instanceof UpSample upSample) {
            return upSample.rows() == 1 && upSample.cols() == 1;
        } else if (op instanceof Pool pool) {
            return pool.window().isPointwise();
        }
        return op instanceof Concat && node.inputs().size() == 1;
    }
}
