package dev.pleat.processor.read;

import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The operations that one layer becomes, each reading the one before. The last gets the layer's name, the others the
 * name with {@code #} and a word.
 */
final class Chain {

    private final LayerContext layer;
    private final List<String> inputs;
    private final List<Link> links = new ArrayList<>();
    private Shape shape;

    private record Link(String word, Op op) {}

    Chain(LayerContext layer, List<String> inputs) {
        this.layer = layer;
        this.inputs = inputs;
        this.shape = layer.shape(inputs.get(0));
    }

    /** Returns the shape of what the chain makes so far. */
    Shape shape() {
        return shape;
    }

    /** Adds an operation. The first one reads all of the layer's inputs. */
    Chain then(String word, Op op) {
        List<Shape> reads = links.isEmpty() ? inputs.stream().map(layer::shape).toList() : List.of(shape);
        try {
            shape = op.resultShape(reads);
        } catch (ShapeMismatch | ArithmeticException e) {
            // Adding the node below meets the same problem and reports it.
            links.add(new Link(word, op));
            finish();
            throw new IllegalStateException("a shape mismatch went unreported", e);
        }
        links.add(new Link(word, op));
        return this;
    }

    /** Adds a permutation of axes, unless it changes nothing. */
    Chain permute(String word, List<Integer> dims) {
        boolean identity = dims.equals(IntStream.range(0, dims.size()).boxed().toList());
        return identity ? this : then(word, new Permute(dims));
    }

    /** Adds a reshape, unless it changes nothing. */
    Chain reshape(String word, Shape target) {
        return target.equals(shape) ? this : then(word, new Reshape(target));
    }

    /** Moves the first axis, the channels, behind the others. */
    Chain channelsLast() {
        return permute("channels_last", Axes.firstToLast(shape.rank()));
    }

    /** Moves the last axis, the channels, in front of the others. */
    Chain channelsFirst() {
        return permute("channels_first", Axes.lastToFirst(shape.rank()));
    }

    /** Adds the nodes to the graph; the last one has the layer's name. */
    void finish() {
        if (links.isEmpty()) {
            links.add(new Link("identity", new Identity("identity")));
        }
        List<String> reads = inputs;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            boolean last = i == links.size() - 1;
            String name = last ? layer.path() : layer.path() + "#" + link.word();
            layer.add(name, link.op(), reads);
            reads = List.of(name);
        }
    }
}
