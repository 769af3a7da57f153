package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Patch;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a permutation below what works on any order of axes, so that permutations meet and cancel and a batch norm meets
 * its convolution: {@code f(permute(x))} becomes {@code permute(f(x))}.
 */
final class SinkPermutes implements Pass {

    @Override
    public Optional<Graph> rewrite(Graph graph, Node node, Notes notes) {
        List<Node> sources = node.inputs().stream().map(graph::node).toList();
        if (sources.isEmpty() || !(sources.get(0).op() instanceof Permute permute)) {
            return Optional.empty();
        }
        for (Node source : sources) {
            if (!permute.equals(source.op()) || !graph.hasOneUse(source.name())) {
                return Optional.empty();
            }
        }
        Op sunk = onPermuted(node.op(), permute);
        if (sunk == null) {
            return Optional.empty();
        }
        List<String> inputs = sources.stream().map(Node::input).toList();
        Shape shape =
                sunk.resultShape(inputs.stream().map(i -> graph.node(i).shape()).toList());
        Node inner = new Node(sources.get(0).name() + "'" + node.name(), sunk, inputs, shape);
        Node outer = new Node(node.name(), permute, List.of(inner.name()), node.shape());
        List<Node> old = new ArrayList<>(sources);
        old.add(node);
        return Optional.of(Patch.merge(old, inner, outer).apply(graph));
    }

    /** Returns the operation as it is on the input of a permutation, null if it cannot move. */
    private static Op onPermuted(Op op, Permute permute) {
        if (op instanceof Activate || op instanceof Identity || op instanceof Merge) {
            return op;
        } else if (op instanceof Scale scale) {
            return new Scale(permute.dims().get(scale.axis()), scale.scalings());
        } else if (op instanceof Softmax softmax) {
            return new Softmax(permute.dims().get(softmax.axis()));
        } else if (op instanceof Concat concat) {
            return new Concat(permute.dims().get(concat.axis()));
        }
        return null;
    }
}
