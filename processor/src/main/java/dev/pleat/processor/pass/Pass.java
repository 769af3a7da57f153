package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import java.util.Optional;

/** One rewrite. It holds no state; the optimizer offers it every node, from top to bottom, until it finds nothing. */
interface Pass {

    /**
     * Returns the graph rewritten at a node, or nothing if the pass does not apply there.
     *
     * @param notes where a pass tells what it folded, and what it did not and why
     */
    Optional<Graph> rewrite(Graph graph, Node node, Notes notes);

    /** Returns the name that the dump and {@code -Apleat.skip} use. */
    default String name() {
        return getClass().getSimpleName();
    }
}
