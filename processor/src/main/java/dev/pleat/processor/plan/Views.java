package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Shape;

/** Nodes that are nothing but another look at the same memory. */
final class Views {

    private Views() {}

    static boolean isView(Node node) {
        return node.op() instanceof Reshape
                || node.op() instanceof Identity
                || node.op() instanceof Permute permute && keepsOrder(permute, node.shape());
    }

    /** Returns whether only axes of 1 change their place. */
    private static boolean keepsOrder(Permute permute, Shape result) {
        int last = -1;
        for (int i = 0; i < result.rank(); i++) {
            if (result.dim(i) != 1) {
                if (permute.dims().get(i) < last) {
                    return false;
                }
                last = permute.dims().get(i);
            }
        }
        return true;
    }

    /** Returns the name of the node whose memory a node looks at, its own if it has some. */
    static String storage(Graph graph, String name) {
        Node node = graph.node(name);
        return isView(node) ? storage(graph, node.input()) : name;
    }
}
