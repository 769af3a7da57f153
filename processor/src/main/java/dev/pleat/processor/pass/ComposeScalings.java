package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes two scalings of the same axis, one behind the other, one: {@code s2·(s1·x + t1) + t2}. */
final class ComposeScalings implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        if (!(node.op() instanceof Scale second)
                || !(graph.node(node.input()).op() instanceof Scale first)
                || first.axis() != second.axis()
                || !graph.hasOneUse(node.input())) {
            return Optional.empty();
        }
        Node source = graph.node(node.input());
        List<Scaling> both = Stream.concat(first.scalings().stream(), second.scalings().stream())
                .toList();
        Node merged = new Node(node.name(), new Scale(first.axis(), both), source.inputs(), node.shape());
        return Optional.of(Patch.merge(List.of(source, node), merged).apply(graph));
    }
}
