package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.LayerNorm;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.PRelu;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Softmax;

/** Says what a scaling cannot pass, and why. */
final class Obstacle {

    private Obstacle() {}

    /** Returns why a scaling cannot pass a node on the way up. */
    static String above(Graph graph, Node node) {
        String name = "'" + FoldBackward.layer(node) + "'";
        if (node.op() instanceof Input) {
            return name + " is an input";
        } else if (node.op() instanceof Activate activate) {
            return activationBetween(graph, node, name, activate);
        } else if (node.op() instanceof Reshape) {
            return name + " mixes the axis that it scales with others";
        } else if (node.op() instanceof Merge || node.op() instanceof Concat) {
            return name + " combines several values";
        }
        return what(node, name) + " stands between";
    }

    /** An activation that an attribute of the layer above asks for is that layer's own. */
    private static String activationBetween(Graph graph, Node node, String name, Activate activate) {
        Node source = graph.node(node.input());
        boolean own =
                source.op() instanceof Linear && FoldBackward.layer(source).equals(FoldBackward.layer(node));
        return (own ? "its " + activate : what(node, name)) + " stands between";
    }

    /** Returns why a scaling cannot pass a node on the way down. */
    static String below(Node node) {
        String name = "'" + FoldBackward.layer(node) + "'";
        if (node.op() instanceof Merge || node.op() instanceof Concat) {
            return name + " combines it with other values";
        } else if (node.op() instanceof Reshape) {
            return name + " mixes the axis that it scales with others";
        }
        return what(node, name) + " reads it";
    }

    private static String what(Node node, String name) {
        if (node.op() instanceof Pool pool && pool.kind() == Pool.Kind.MAX) {
            return name + " (a maximum, which a negative gamma would turn)";
        } else if (node.op() instanceof Pool) {
            return name + " (an average over other axes)";
        } else if (node.op() instanceof Pad) {
            return name + " (padding, whose zeros would have to become shifts)";
        } else if (node.op() instanceof Activate activate) {
            return name + " (" + activate + ")";
        } else if (node.op() instanceof PRelu) {
            return name + " (prelu)";
        } else if (node.op() instanceof Softmax) {
            return name + " (softmax)";
        } else if (node.op() instanceof LayerNorm) {
            return name + " (a layer normalization)";
        } else if (node.op() instanceof Scale) {
            return name + " (a scaling)";
        }
        return name + " (" + node.op() + ")";
    }
}
