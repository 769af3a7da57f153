package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Dense;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.LayerNorm;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.PRelu;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Softmax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The end of a graph that batches compute for several samples at a time, so that each weight that is read multiplies
 * them all: dense layers, and what only follows them.
 *
 * <p>A value of {@code n} numbers becomes one of {@code [samples, n]}. What the end reads from the rest of the graph is
 * an input of its own.
 *
 * @param one the plan of one sample, whose last steps are those of the tail
 * @param many the plan of the tail for {@code samples} samples; its nodes have the names that they have in {@code one}
 * @param samples for how many samples there is room
 */
public record BatchedTail(Plan one, Plan many, int samples) {

    /** Samples computed at a time: more would not read the weights much less often (ADR 13). */
    private static final int SAMPLES = 32;

    /** Weights from which on it is worth the code: smaller models take a tenth of a microsecond as they are (ADR 13). */
    private static final long FEWEST_WEIGHTS = 4 << 10;

    /** Weights for each step of a tail: many small layers gain too little for the code that they would take. */
    private static final long FEWEST_WEIGHTS_OF_A_STEP = 1 << 10;

    /** Numbers of one sample that the tail may read and make, so that batches take no more than 64 MB of memory. */
    private static final long MOST_NUMBERS = (16 << 20) / SAMPLES;

    /** Weights that a cache holds. */
    private static final long CACHED_WEIGHTS = 4 << 20;

    /** The multiply-adds that a core does while it reads a weight, from a cache or from memory (ADR 13). */
    private static final long READ = 1;

    private static final long READ_FROM_MEMORY = 12;

    /** A tail must save at least one part in so many of the whole model's time. */
    private static final long LEAST_SAVED = 50;

    /** Returns the tail of a planned graph, nothing if it has none that is worth it. */
    public static Optional<BatchedTail> of(Plan one) {
        Set<String> tail = find(one.graph());
        if (tail.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BatchedTail(one, MemoryPlanner.plan(batched(one.graph(), tail)), SAMPLES));
    }

    /** Returns the graph with its tail behind everything else, in an order that is as valid: nothing else reads it. */
    static Graph last(Graph graph) {
        Set<String> tail = find(graph);
        List<Node> nodes = new ArrayList<>();
        graph.nodes().stream().filter(node -> !tail.contains(node.name())).forEach(nodes::add);
        graph.nodes().stream().filter(node -> tail.contains(node.name())).forEach(nodes::add);
        return tail.isEmpty() ? graph : new Graph(nodes, graph.outputs());
    }

    /** Returns how many of the steps of one sample come before the tail. */
    public int headSteps() {
        return one.steps().size() - many.steps().size();
    }

    /** Returns whether an output of the model is one of the tail. */
    public boolean computes(Graph.Output output) {
        return many.graph().contains(output.node())
                && !(many.graph().node(output.node()).op() instanceof Input);
    }

    /** Returns whether something has to be done for each sample by itself. */
    public boolean hasHead() {
        return headSteps() > 0 || !one.graph().outputs().stream().allMatch(this::computes);
    }

    /**
     * Returns the name of the model's input whose elements a value is that the tail reads, nothing if the value is
     * computed.
     */
    public Optional<String> givenAs(Node boundary) {
        String storage = Views.storage(one.graph(), boundary.name());
        return one.graph().node(storage).op() instanceof Input ? Optional.of(storage) : Optional.empty();
    }

    /**
     * Returns from how many samples on it is faster to compute them together. A tile computes all its pixels, however few
     * samples there are, in about half the time that as many predictions take (ADR 13).
     */
    public int fewestTogether() {
        double pixels = 0;
        double weights = 0;
        for (Node node : many.steps()) {
            if (node.op() instanceof Linear linear) {
                long each = linear.weights().kernel().shape().count();
                pixels += (double) each * pixels(node, linear);
                weights += each;
            }
        }
        return Math.max(2, (int) Math.round(pixels / weights / 2));
    }

    /** Returns how many samples a kernel computes at a time. */
    private int pixels(Node node, Linear linear) {
        if (DotProducts.apply(linear)) {
            return DotProducts.SAMPLES;
        }
        Contraction contraction = Contraction.of(node, many).get(0);
        double operations = Tiles.operations(linear.epilogue().residual(), 0);
        return Schedule.ofSamples(linear, contraction, Registers.WIDE, operations)
                .tile()
                .pixels();
    }

    /** Returns the names of the nodes of the tail. */
    private static Set<String> find(Graph graph) {
        Set<String> closed = new HashSet<>();
        List<Node> nodes = graph.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            boolean readByTail =
                    graph.consumers(node.name()).stream().allMatch(reader -> closed.contains(reader.name()));
            if (readByTail && takesSamples(node, graph)) {
                closed.add(node.name());
            }
        }
        Set<String> tail = new LinkedHashSet<>();
        for (Node node : nodes) {
            boolean begins =
                    node.op() instanceof Linear || node.inputs().stream().anyMatch(tail::contains);
            if (closed.contains(node.name()) && begins) {
                tail.add(node.name());
            }
        }
        return pays(graph, tail) ? tail : Set.of();
    }

    private static boolean pays(Graph graph, Set<String> tail) {
        long weights = 0;
        long multiplyAdds = 0;
        long numbers = 0;
        for (String name : boundaries(graph, tail)) {
            numbers += graph.node(name).shape().count();
        }
        for (Node node : graph.nodes()) {
            multiplyAdds += node.op().multiplyAdds(graph.inputShapes(node));
            numbers += tail.contains(node.name()) ? node.shape().count() : 0;
            if (tail.contains(node.name()) && node.op() instanceof Linear linear) {
                weights += linear.weights().kernel().shape().count();
            }
        }
        long saved = weights * (weights > CACHED_WEIGHTS ? READ_FROM_MEMORY : READ);
        return weights >= Math.max(FEWEST_WEIGHTS, FEWEST_WEIGHTS_OF_A_STEP * tail.size())
                && saved * LEAST_SAVED >= multiplyAdds
                && numbers <= MOST_NUMBERS;
    }

    /** Returns whether an operation works on each sample of {@code [samples, n]} by itself. */
    private static boolean takesSamples(Node node, Graph graph) {
        Op op = node.op();
        if (op instanceof Activate || Views.isView(node)) {
            return true;
        }
        List<Shape> inputs = graph.inputShapes(node);
        boolean flat = isFlat(node.shape()) && inputs.stream().allMatch(BatchedTail::isFlat);
        if (op instanceof Merge) {
            return flat || inputs.stream().allMatch(node.shape()::equals);
        }
        int last = node.shape().rank() - 1;
        return flat
                && (op instanceof Dense
                        || op instanceof Convolution convolution && isDense(convolution)
                        || op instanceof PRelu
                        || op instanceof LayerNorm
                        || op instanceof Softmax softmax && softmax.axis() == last
                        || op instanceof Scale scale && scale.axis() == last
                        || op instanceof Concat concat && concat.axis() == last);
    }

    /** Returns whether a convolution of one pixel is a dense layer. */
    private static boolean isDense(Convolution convolution) {
        return convolution.window().isPointwise() && convolution.groups() == 1;
    }

    /** Returns whether all elements lie along the last axis. */
    private static boolean isFlat(Shape shape) {
        return shape.count() == shape.last();
    }

    private static Graph batched(Graph graph, Set<String> tail) {
        List<Node> nodes = new ArrayList<>();
        for (String boundary : boundaries(graph, tail)) {
            Shape shape = ofSamples(graph.node(boundary).shape());
            nodes.add(new Node(boundary, new Input(shape), List.of(), shape));
        }
        for (Node node : graph.nodes()) {
            if (tail.contains(node.name())) {
                nodes.add(new Node(node.name(), ofSamples(node), node.inputs(), ofSamples(node.shape())));
            }
        }
        return new Graph(
                nodes,
                graph.outputs().stream()
                        .filter(output -> tail.contains(output.node()))
                        .toList());
    }

    /** Returns the names of the nodes that the tail reads. */
    private static Set<String> boundaries(Graph graph, Set<String> tail) {
        Set<String> boundaries = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (tail.contains(node.name())) {
                node.inputs().stream().filter(input -> !tail.contains(input)).forEach(boundaries::add);
            }
        }
        return boundaries;
    }

    private static Shape ofSamples(Shape shape) {
        return Shape.of(SAMPLES, shape.size());
    }

    /** Returns what computes a node's value for samples along a first axis, its elements along a second. */
    private static Op ofSamples(Node node) {
        Op op = node.op();
        if (Views.isView(node)) {
            return new Identity("view");
        } else if (op instanceof Convolution convolution) {
            return new Dense(convolution.filters(), convolution.weights(), convolution.epilogue());
        } else if (op instanceof Softmax) {
            return new Softmax(1);
        } else if (op instanceof Scale scale) {
            return new Scale(1, scale.scalings());
        } else if (op instanceof Concat) {
            return new Concat(1);
        } else if (op instanceof LayerNorm norm) {
            return new LayerNorm(1, norm.epsilon(), norm.gamma(), norm.beta());
        } else if (op instanceof PRelu prelu) {
            Param alpha = prelu.alpha();
            return new PRelu(new Param(alpha.name(), Shape.of(1, alpha.shape().size())));
        }
        return op;
    }
}
