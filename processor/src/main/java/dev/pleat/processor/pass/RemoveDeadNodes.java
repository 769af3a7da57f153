package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Patch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Removes values that nobody reads any more. Inputs stay: they are the model's face. */
final class RemoveDeadNodes implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        boolean dead =
                graph.consumers(node.name()).isEmpty() && !graph.isOutput(node.name()) && !(node.op() instanceof Input);
        return dead ? Optional.of(new Patch(Set.of(node.name()), List.of(), Map.of()).apply(graph)) : Optional.empty();
    }
}
