package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;

/**
 * How far the pixels of a value are from each other. Where a pixel's channels are a multiple of 1 KB, neighbouring pixels
 * fall into the same few sets of the first-level cache, which then holds only eight to twelve of each; a cache line more
 * between pixels that only convolutions write and read spreads them over all sets.
 */
final class Pitches {

    private static final int LINE = 16;

    /** Floats of a quarter of a way of the first-level cache, 4 KB. */
    private static final int CROWDED = 256;

    private Pitches() {}

    /** Returns the distance between pixels of a node's value, in floats. */
    static int of(Node node, Graph graph) {
        Image image = Image.of(node.shape());
        boolean apart = image.channels() % CROWDED == 0
                && image.pixels() > 1
                && writes(node)
                && graph.outputs().stream().noneMatch(output -> output.node().equals(node.name()))
                && graph.consumers(node.name()).stream().allMatch(consumer -> reads(consumer, node));
        return apart ? image.channels() + LINE : image.channels();
    }

    /**
     * Returns whether a node can write pixels that are apart: a pass behind it, where minima and maxima are no vector
     * instructions, may go over what is between.
     */
    private static boolean writes(Node node) {
        return node.op() instanceof Convolution convolution
                && convolution.epilogue().clips()
                && !convolution.epilogue().residual();
    }

    /** Returns whether a node reads a value pixel by pixel: convolutions by Winograd's way read rows. */
    private static boolean reads(Node node, Node value) {
        return node.op() instanceof Convolution convolution
                && node.input().equals(value.name())
                && node.inputs().stream().filter(value.name()::equals).count() == 1
                && (convolution.depthwise() || convolution.window().taps() == 1);
    }
}
