package dev.pleat.processor.graph;

import java.util.HashSet;
import java.util.Set;

/** Checks what every graph must hold; what it throws is a defect of the compiler, never of the model. */
public final class Verifier {

    private Verifier() {}

    /**
     * Checks that every node reads nodes above it and that its shape follows from theirs.
     *
     * @throws IllegalStateException if not
     */
    public static void verify(Graph graph) {
        Set<String> above = new HashSet<>();
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                check(above.contains(input), "'%s' reads '%s', which is not above it", node.name(), input);
            }
            Shape expected = node.op().resultShape(graph.inputShapes(node));
            check(expected.equals(node.shape()), "'%s' claims %s but makes %s", node.name(), node.shape(), expected);
            if (node.op() instanceof Linear linear) {
                int inputs = linear.epilogue().residual() ? 2 : 1;
                check(node.inputs().size() == inputs, "'%s' must read %d values", node.name(), inputs);
            }
            above.add(node.name());
        }
        for (Graph.Output output : graph.outputs()) {
            check(above.contains(output.node()), "the output '%s' is not computed", output.name());
        }
    }

    private static void check(boolean holds, String format, Object... args) {
        if (!holds) {
            throw new IllegalStateException(String.format(format, args));
        }
    }
}
