package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.UpSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which values get a border of zeros, so that convolutions can read over their edges. A value gets one if what
 * makes it and all that read it can work on rows that are apart; otherwise the convolution reads a copy.
 */
final class Borders {

    private Borders() {}

    /** Returns the graph with a copy in front of every convolution that needs one. */
    static Graph withCopies(Graph graph) {
        Graph result = graph;
        for (Node node : graph.nodes()) {
            if (needed(node, graph).isEmpty() || canHaveBorder(result, node.input())) {
                continue;
            }
            Node source = result.node(node.input());
            Node copy = new Node(node.name() + "#padded", new Pad(Border.NONE), List.of(source.name()), source.shape());
            List<String> inputs = new ArrayList<>(node.inputs());
            inputs.set(0, copy.name());
            result = Patch.merge(List.of(node), copy, new Node(node.name(), node.op(), inputs, node.shape()))
                    .apply(result);
        }
        return result;
    }

    /** Returns the border of zeros that a node reads around its first input. */
    static Border needed(Node node, Graph graph) {
        if (node.op() instanceof Convolution convolution) {
            return convolution.window().padding();
        } else if (node.op() instanceof TransposedConvolution transposed) {
            return Phases.border(transposed, graph.node(node.input()).shape(), node.shape());
        }
        return Border.NONE;
    }

    private static boolean canHaveBorder(Graph graph, String name) {
        Node node = graph.node(name);
        if (Views.isView(node)) {
            return false;
        }
        boolean oneRow = Image.of(node.shape()).rows() == 1;
        return oneRow
                || worksOnRows(graph, node) && graph.consumers(name).stream().allMatch(c -> worksOnRows(graph, c));
    }

    private static boolean worksOnRows(Graph graph, Node node) {
        Op op = node.op();
        if (op instanceof Merge) {
            return graph.inputShapes(node).stream().allMatch(node.shape()::equals);
        } else if (op instanceof Scale scale) {
            return isLast(scale.axis(), node.shape());
        }
        return op instanceof Input
                || op instanceof Linear
                || op instanceof Pool
                || op instanceof Activate
                || op instanceof Pad
                || op instanceof Crop
                || op instanceof UpSample;
    }

    private static boolean isLast(int axis, Shape shape) {
        return axis == shape.rank() - 1;
    }
}
