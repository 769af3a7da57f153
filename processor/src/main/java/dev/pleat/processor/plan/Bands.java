package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution and the depthwise one behind it, of which one thread computes a band of rows at a time in turns: what the
 * first writes the second reads while it is in the second-level cache, though all of it would not fit. Longer groups were
 * slower: with all that waits for the next in turn, they leave the cache too (ADR 16).
 *
 * @param writer the first
 * @param reader the second, which is all that reads the first
 * @param count how many bands there are
 */
public record Bands(Node writer, Node reader, int count) {

    /** Bytes of a value that no longer fits the second-level cache of a core, with what else is there. */
    private static final int LARGE = 512 << 10;

    /** Bytes of a value, or of a band of it, that the second-level cache of a core holds beside another one. */
    private static final int CACHED = 200 << 10;

    /**
     * Returns the pairs of a graph, in order.
     *
     * @param steps its nodes that compute, in order
     */
    static List<Bands> of(Graph graph, List<Node> steps) {
        List<Bands> all = new ArrayList<>();
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (follows(graph, steps.get(i), steps.get(i + 1))) {
                all.add(of(steps.get(i), steps.get(i + 1)));
                i++;
            }
        }
        return all;
    }

    private static Bands of(Node writer, Node reader) {
        int rows = gcd(Image.of(writer.shape()).rows(), Image.of(reader.shape()).rows());
        long most = Math.max(bytes(writer), bytes(reader));
        int count = (int) ((most + CACHED - 1) / CACHED);
        // The least number of bands that divides the rows of both, if that is not many more than needed.
        int even = count;
        while (even < rows && rows % even != 0) {
            even++;
        }
        return new Bands(writer, reader, rows % even == 0 && even <= 2 * count ? even : count);
    }

    /** Returns both. */
    List<Node> nodes() {
        return List.of(writer, reader);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static boolean follows(Graph graph, Node before, Node node) {
        return before.op() instanceof Convolution
                && node.op() instanceof Convolution convolution
                && convolution.depthwise()
                && node.input().equals(before.name())
                && graph.consumers(before.name()).equals(List.of(node))
                && !node.inputs().subList(1, node.inputs().size()).contains(before.name())
                && graph.outputs().stream().noneMatch(output -> output.node().equals(before.name()))
                && bytes(before) >= LARGE;
    }

    private static long bytes(Node node) {
        return node.shape().count() * Float.BYTES;
    }
}
