package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Permute;
import java.util.List;
import java.util.Optional;

/** Makes two permutations one; the way from channels last to first and back becomes nothing. */
final class MergePermutes implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Permute outer) || !(graph.node(node.input()).op() instanceof Permute inner)) {
            return Optional.empty();
        }
        List<Integer> dims = outer.dims().stream().map(inner.dims()::get).toList();
        List<String> source = graph.node(node.input()).inputs();
        Node merged = new Node(node.name(), new Permute(dims), source, node.shape());
        return Optional.of(Patch.replace(node, merged).apply(graph));
    }
}
