package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolutions of which one thread computes a band of rows at a time in turns: what one writes the next reads while it is in
 * the second-level cache, though all of it would not fit.
 *
 * @param nodes all but the first are depthwise or 1×1, and all that reads the one before
 * @param count how many bands there are
 */
public record Bands(List<Node> nodes, int count) {

    /** Bytes of a value that no longer fits the second-level cache of a core, with what else is there. */
    private static final int LARGE = 512 << 10;

    /** Bytes of the largest value of a group that are computed in a turn. */
    private static final int BAND = 200 << 10;

    /** Bytes of weights of a group, which every turn reads again beside the bands. */
    private static final int WEIGHTS = 200 << 10;

    /** Bytes of rows between steps that need not move up, where caches are largest: see the runtime's {@code Turns}. */
    private static final int CACHED = 1000 << 10;

    /** Rows that tiles may have. */
    private static final int ROWS_OF_TILES = 8;

    public Bands {
        nodes = List.copyOf(nodes);
    }

    /**
     * Returns the groups of a graph, in order.
     *
     * @param steps its nodes that compute, in order
     */
    static List<Bands> of(Graph graph, List<Node> steps) {
        List<Bands> all = new ArrayList<>();
        List<Node> group = new ArrayList<>();
        for (Node node : steps) {
            if (!group.isEmpty() && !continues(graph, group, node)) {
                add(group, all);
                group = new ArrayList<>();
            }
            group.add(node);
        }
        add(group, all);
        return all;
    }

    private static void add(List<Node> group, List<Bands> all) {
        if (group.size() > 1) {
            all.add(new Bands(group, count(group)));
        }
    }

    private static int count(List<Node> group) {
        int rows =
                group.stream().mapToInt(node -> Image.of(node.shape()).rows()).reduce(0, Bands::gcd);
        long most = group.stream().mapToLong(Bands::bytes).max().orElseThrow();
        int count = (int) ((most + BAND - 1) / BAND);
        // The least number of bands that divides the rows of all, if that is not many more than needed.
        int even = count;
        while (even < rows && rows % even != 0) {
            even++;
        }
        return rows % even == 0 && even <= 2 * count ? even : count;
    }

    /** Returns those whose values the next ones read. */
    List<Node> between() {
        return nodes.subList(0, nodes.size() - 1);
    }

    /**
     * Returns how many rows of a value between two steps have room while they are computed in turns: more than there are at a
     * time, whatever the tiles.
     */
    public int room(Node between) {
        Image image = Image.of(between.shape());
        Node reader = nodes.get(nodes.indexOf(between) + 1);
        Window window = ((Convolution) reader.op()).window();
        int perTurn = (image.rows() + count - 1) / count;
        int needed = 2 * perTurn + window.extentRows() + ROWS_OF_TILES * (1 + window.strideRows());
        long cached = CACHED / between().size() / (bytes(between) / image.rows());
        return (int) Math.min(image.rows(), Math.max(needed, cached));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Returns whether a node is computed in turns with those before it. A pass over its result would keep all of them from turns. */
    private static boolean continues(Graph graph, List<Node> group, Node node) {
        Node before = group.get(group.size() - 1);
        boolean pair = group.size() == 1;
        return before.op() instanceof Convolution
                && node.op() instanceof Convolution convolution
                && (convolution.depthwise() || !pair && convolution.pointwise())
                && node.input().equals(before.name())
                && graph.consumers(before.name()).equals(List.of(node))
                && !node.inputs().subList(1, node.inputs().size()).contains(before.name())
                && graph.outputs().stream().noneMatch(output -> output.node().equals(before.name()))
                && bytes(before) >= LARGE
                && (pair
                        || convolution.epilogue().clips()
                                && !isNarrow(group, node)
                                && weights(group) + weights(node) <= WEIGHTS);
    }

    /** Returns whether the last value of a group is smaller than those beside it: there groups end. */
    private static boolean isNarrow(List<Node> group, Node node) {
        long last = bytes(group.get(group.size() - 1));
        return last < bytes(group.get(group.size() - 2)) && last < bytes(node);
    }

    private static long weights(List<Node> group) {
        return group.stream().mapToLong(Bands::weights).sum();
    }

    private static long weights(Node node) {
        return ((Convolution) node.op()).weights().kernel().shape().count() * Float.BYTES;
    }

    private static long bytes(Node node) {
        return node.shape().count() * Float.BYTES;
    }
}
