package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.KernelModels.attributes;
import static dev.pleat.processor.reference.KernelModels.conv;
import static dev.pleat.processor.reference.KernelModels.shape;

import dev.pleat.runtime.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Kernels that only some layers get, over awkward sizes: weights cut into pieces, Winograd's convolutions,
 * clips behind tiles, blocks of channels, against the reference, and in several threads against one.
 */
final class LargeKernelsTest {
    private static final String PACKAGE = "pleat.large";
    private static final String PIECES = "Sums.finish(";
    private static final String WINOGRAD = "Winograd.output(";
    private static final String SMALL_WINOGRAD = "Winograd.input(2, ";
    private static final String TWO_PANELS = "int next = ";
    private static final String HALF = "packWithHalf(";
    private static final String RUNS = "Clipping.image(";
    private static final String JOINED = " - col % ";

    private static final List<Team> TEAMS = List.of(Team.of(2), Team.of(5));

    private final KernelModels models = new KernelModels();

    @AfterAll
    static void close() {
        TEAMS.forEach(Team::close);
    }

    @Test
    void agreeWithTheReference() {
        direct();
        winograd();
        pointwise();
        twoPanels();
        halves();
        runs();
        pitches();
        bands();
        joined();
        blocksOfChannels();
        models.verify(PACKAGE, TEAMS);
    }

    private void direct() {
        // One row of pixels, rows of tiles, chunks of both; channels that are no multiple of vectors or panels.
        pieces("Point", shape(13, 11, 1040), conv(40, 1));
        pieces("PointOdd", shape(5, 9, 1032), conv(172, 1, "activation", "RELU"));
        pieces("Spatial", shape(7, 7, 200), conv(26, 3, "padding", "SAME", "strides", 2, "activation", "RELU6"));
        pieces("Chunks", shape(40, 31, 172), conv(48, 3, "strides", 2, "activation", "RELU"));
        pieces("LongRow", shape(2, 700, 1030), conv(33, 1));
        pieces("Dilated", shape(12, 10, 132), conv(17, 3, "dilationRate", 2, "activation", "HARD_SWISH"));
        pieces("Groups", shape(11, 9, 512), conv(64, 3, "groups", 2, "strides", 2, "activation", "TANH"));
        pieces("Series", shape(50, 420), new LayerSpec("y", "Conv1D", attributes(64, 5), List.of("x")));
        norm("Scaled", PIECES, shape(9, 9, 260), conv(36, 3, "strides", 2, "activation", "RELU"));
        residual("Residual", PIECES, shape(6, 7, 1068), conv(1068, 1));
    }

    private void winograd() {
        winograd("Even", shape(16, 16, 32), conv(32, 3, "padding", "SAME"));
        winograd("Odd", shape(17, 23, 26), conv(44, 3, "padding", "SAME", "activation", "RELU"));
        winograd("Valid", shape(15, 30, 40), conv(72, 3, "activation", "RELU6"));
        winograd("Many", shape(50, 45, 17), conv(19, 3, "padding", "SAME"));
        winograd("Deep", shape(14, 14, 400), conv(48, 3, "padding", "SAME", "activation", "SIGMOID"));
        small("Small", shape(7, 7, 512), conv(512, 3, "padding", "SAME", "activation", "RELU"));
        small("SmallOdd", shape(7, 7, 530), conv(516, 3, "padding", "SAME"));
        small("SmallValid", shape(9, 9, 520), conv(523, 3, "activation", "TANH"));
        norm("SmallScaled", SMALL_WINOGRAD, shape(6, 7, 512), conv(512, 3, "padding", "SAME", "activation", "RELU"));
        residual("SmallResidual", SMALL_WINOGRAD, shape(7, 6, 512), conv(512, 3, "padding", "SAME"));
        norm("WinogradScaled", WINOGRAD, shape(13, 19, 33), conv(35, 3, "padding", "SAME", "activation", "RELU"));
        residual("WinogradResidual", WINOGRAD, shape(22, 18, 36), conv(36, 3, "padding", "SAME"));
    }

    /** Deep 1×1 convolutions, whose image is one row where it has no border. */
    private void pointwise() {
        pieces("Pointwise", shape(16, 16, 1056), conv(128, 1, "activation", "RELU6"));
        pieces("PointwiseOdd", shape(13, 11, 1034), conv(346, 1, "activation", "RELU"));
        pieces("PointwiseChunks", shape(23, 19, 1036), conv(118, 1));
        pieces("PointwiseStrided", shape(29, 25, 1060), conv(406, 1, "strides", 2, "activation", "HARD_SWISH"));
        norm("PointwiseScaled", PIECES, shape(9, 17, 1034), conv(146, 1, "activation", "RELU"));
        residual("PointwiseResidual", PIECES, shape(6, 9, 1084), conv(1084, 1));
        LayerSpec wide = conv(320, 1, "activation", "RELU");
        LayerSpec window = new LayerSpec(
                "z", "DepthwiseConv2D", Map.of("kernelSize", 3, "padding", new Constant("SAME")), List.of("y"));
        models.add("PointwiseBordered", PIECES, shape(15, 13, 1034), List.of(wide, window));
    }

    /** One pixel, whose channels are an even or odd number of panels, or the last one is not full. */
    private void twoPanels() {
        twoPanels("PanelsEven", shape(640), new LayerSpec("y", "Dense", Map.of("units", 128), List.of("x")));
        twoPanels("PanelsOdd", shape(1, 1, 40), conv(192, 1, "activation", "RELU"));
        twoPanels("PanelsOverlapping", shape(3, 3, 24), conv(130, 3, "activation", "HARD_SWISH"));
        twoPanels("PanelsOfGroups", shape(1, 1, 64), conv(334, 1, "groups", 2, "activation", "TANH"));
        norm("PanelsScaled", TWO_PANELS, shape(1, 1, 31), conv(333, 1, "activation", "RELU"));
        residual("PanelsResidual", TWO_PANELS, shape(1, 1, 200), conv(200, 1));
    }

    /** Panels of which the last vector is half as wide. */
    private void halves() {
        halves("Halves", shape(13, 9, 96), conv(24, 1));
        halves("HalvesOfPanels", shape(11, 10, 30), conv(72, 1));
        halves("HalvesOfWindows", shape(15, 12, 20), conv(40, 3, "padding", "SAME", "strides", 2));
        halves("HalvesOfGroups", shape(9, 14, 48), conv(48, 1, "groups", 2));
        halves("HalvesClipped", shape(17, 15, 12), conv(24, 1, "activation", "RELU6"));
        residual("HalvesResidual", HALF, shape(12, 13, 40), conv(40, 1));
    }

    /** Clips behind the tiles of kernels whose sums have few numbers. */
    private void runs() {
        runs("Few", shape(30, 31, 16), conv(96, 1, "activation", "RELU6"));
        runs("FewOdd", shape(23, 17, 13), conv(41, 1, "activation", "RELU"));
        runs("Stem", shape(33, 37, 3), conv(33, 3, "strides", 2, "padding", "SAME", "activation", "RELU6"));
        runs("Panels", shape(5, 5, 96), conv(200, 1, "activation", "RELU6"));
        residual("FewResidual", RUNS, shape(19, 21, 24), conv(24, 1));
        LayerSpec window = new LayerSpec(
                "z", "DepthwiseConv2D", Map.of("kernelSize", 3, "padding", new Constant("SAME")), List.of("y"));
        models.add("FewBordered", RUNS, shape(29, 26, 20), List.of(conv(70, 1, "activation", "RELU6"), window));
    }

    /** Pixels that are apart, of all kinds of convolutions. */
    private void pitches() {
        LayerSpec wide = conv(256, 1, "activation", "RELU6");
        LayerSpec window = new LayerSpec(
                "z", "DepthwiseConv2D", Map.of("kernelSize", 3, "padding", new Constant("SAME")), List.of("y"));
        LayerSpec relu = new LayerSpec("zRelu", "ReLU", Map.of(), List.of("z"));
        LayerSpec narrow = new LayerSpec("n", "Conv2D", attributes(24, 1), List.of("zRelu"));
        models.add("Pitches", " 272,", shape(13, 9, 20), List.of(wide, window, relu, narrow));
        LayerSpec winograd = conv(512, 3, "activation", "RELU", "padding", "SAME");
        LayerSpec large = new LayerSpec("z", "DepthwiseConv2D", Map.of("kernelSize", 5, "strides", 2), List.of("y"));
        LayerSpec pieces = new LayerSpec("n", "Conv2D", attributes(40, 1), List.of("z"));
        models.add("PitchedWindows", " 528,", shape(22, 18, 20), List.of(winograd, large, pieces));
        LayerSpec deep = new LayerSpec("n", "Conv2D", attributes(512, 1), List.of("zRelu"));
        models.add("PitchedPieces", " 528,", shape(14, 11, 20), List.of(conv(512, 1), window, relu, deep));
    }

    /** Values too large for a cache, which a depthwise convolution reads a band at a time. */
    private void bands() {
        LayerSpec wide = conv(96, 1, "activation", "RELU6");
        LayerSpec narrow = new LayerSpec("n", "Conv2D", attributes(20, 1), List.of("z"));
        bands("BandsOfThree", "y, z, n", shape(56, 56, 16), List.of(wide, window(3, "padding", "SAME"), narrow));
        LayerSpec tanh = new LayerSpec("n", "Conv2D", attributes(20, 1, "activation", "TANH"), List.of("z"));
        bands("BandsUntil", "y, z", shape(56, 43, 16), List.of(wide, window(3, "padding", "SAME"), tanh));
        LayerSpec sum = new LayerSpec("sum", "Add", Map.of(), List.of("n", "x"));
        List<LayerSpec> residual = List.of(wide, window(3, "padding", "SAME"), narrow, sum);
        bands("BandsResidual", "y, z, sum", shape(47, 45, 20), residual);
        bands("BandsOdd", "y, z", shape(61, 43, 20), List.of(wide, window(3, "padding", "SAME", "strides", 2)));
        bands("BandsValid", "y, z, n", shape(50, 47, 24), List.of(wide, window(3), narrow));
        bands("BandsOfTiles", "y, z", shape(47, 51, 10), List.of(wide, window(5, "padding", "SAME")));
        bands("BandsDilated", "y, z", shape(53, 40, 13), List.of(wide, window(3, "dilationRate", 2)));
        LayerSpec stem = conv(48, 3, "padding", "SAME", "strides", 2, "activation", "HARD_SWISH");
        LayerSpec again = new LayerSpec("n", "Conv2D", attributes(52, 1), List.of("z"));
        Map<String, Object> half = windows(3, "padding", "SAME", "strides", 2);
        LayerSpec last = new LayerSpec("last", "DepthwiseConv2D", half, List.of("n"));
        List<LayerSpec> four = List.of(stem, window(3, "padding", "SAME"), again, last);
        bands("BandsOfFour", "y, z, n, last", shape(127, 115, 3), four);
    }

    /** Tiles that begin in one row and end in the next, with gaps in what is written or added. */
    private void joined() {
        joined("Joined", shape(11, 7, 20), conv(40, 1, "activation", "RELU6"));
        joined("JoinedRelu", shape(9, 11, 13), conv(33, 1, "activation", "RELU"));
        joined("JoinedLinear", shape(7, 7, 24), conv(70, 1));
        joined("JoinedSmall", shape(3, 3, 40), conv(64, 1, "activation", "HARD_SWISH"));
        joined("JoinedGroups", shape(8, 7, 48), conv(32, 1, "groups", 2, "activation", "RELU"));
        joined("JoinedPieces", shape(7, 7, 1040), conv(48, 1, "activation", "RELU"));
        LayerSpec sum = new LayerSpec("sum", "Add", Map.of(), List.of("y", "x"));
        LayerSpec window = new LayerSpec("z", "DepthwiseConv2D", windows(3, "padding", "SAME"), List.of("sum"));
        models.add("JoinedResidual", JOINED, shape(12, 7, 36), List.of(conv(36, 1), sum, window));
        models.add("JoinedPiecesResidual", JOINED, shape(7, 7, 1040), List.of(conv(1040, 1), sum, window));
        LayerSpec added = new LayerSpec("r", "Conv2D", attributes(36, 1), List.of("x"));
        LayerSpec window2 = new LayerSpec("z", "DepthwiseConv2D", windows(3, "padding", "SAME"), List.of("r"));
        LayerSpec sum2 = new LayerSpec("sum", "Add", Map.of(), List.of("y", "r"));
        LayerSpec last = new LayerSpec("n", "Conv2D", attributes(36, 3, "padding", "SAME"), List.of("sum"));
        LayerSpec all = new LayerSpec("all", "Add", Map.of(), List.of("z", "n"));
        models.add("JoinedGaps", JOINED, shape(13, 7, 20), List.of(added, window2, conv(36, 1), sum2, last, all));
    }

    /** Depthwise convolutions of so many channels that they are computed in blocks, down strips and in tiles. */
    private void blocksOfChannels() {
        blocks("Blocks", 96, shape(13, 9, 288), depthwise(3, "padding", "SAME", "activation", "RELU6"));
        blocks("BlocksFar", 128, shape(15, 14, 384), depthwise(3, "strides", 2, "activation", "RELU"));
        blocks("BlocksOfTiles", 80, shape(12, 11, 240), depthwise(5, "padding", "SAME", "activation", "HARD_SWISH"));
        blocks("BlocksDilated", 112, shape(11, 12, 224), depthwise(3, "dilationRate", 2));
        norm("BlocksScaled", "c += 128", shape(8, 7, 256), depthwise(3, "padding", "SAME", "activation", "RELU"));
        residual("BlocksResidual", "c += 80", shape(7, 10, 320), depthwise(3, "padding", "SAME"));
    }

    private void blocks(String name, int block, int[] shape, LayerSpec layer) {
        models.add(name, "c += " + block, shape, List.of(layer));
    }

    private static LayerSpec depthwise(int kernelSize, Object... more) {
        return new LayerSpec("y", "DepthwiseConv2D", windows(kernelSize, more), List.of("x"));
    }

    private void joined(String name, int[] shape, LayerSpec layer) {
        models.add(name, JOINED, shape, List.of(layer, window(3, "padding", "SAME")));
    }

    private static Map<String, Object> windows(int kernelSize, Object... more) {
        return window(kernelSize, more).attributes();
    }

    private static LayerSpec window(int kernelSize, Object... more) {
        Map<String, Object> attributes = attributes(1, kernelSize, more);
        attributes.remove("filters");
        return new LayerSpec("z", "DepthwiseConv2D", attributes, List.of("y"));
    }

    private void bands(String name, String steps, int[] shape, List<LayerSpec> layers) {
        models.add(name, "In turns: " + steps + ", in ", shape, layers);
    }

    private void twoPanels(String name, int[] shape, LayerSpec layer) {
        models.add(name, TWO_PANELS, shape, List.of(layer));
    }

    private void halves(String name, int[] shape, LayerSpec layer) {
        models.add(name, HALF, shape, List.of(layer));
    }

    private void runs(String name, int[] shape, LayerSpec layer) {
        models.add(name, RUNS, shape, List.of(layer));
    }

    private void pieces(String name, int[] shape, LayerSpec layer) {
        models.add(name, PIECES, shape, List.of(layer));
    }

    private void small(String name, int[] shape, LayerSpec layer) {
        models.add(name, SMALL_WINOGRAD, shape, List.of(layer));
    }

    private void winograd(String name, int[] shape, LayerSpec layer) {
        models.add(name, WINOGRAD, shape, List.of(layer));
    }

    /** Batch norm behind an activation: a scaling in the epilogue. */
    private void norm(String name, String kernel, int[] shape, LayerSpec layer) {
        models.add(
                name, kernel, shape, List.of(layer, new LayerSpec("z", "BatchNormalization", Map.of(), List.of("y"))));
    }

    /** A residual, and a relu behind it. */
    private void residual(String name, String kernel, int[] shape, LayerSpec layer) {
        LayerSpec sum = new LayerSpec("sum", "Add", Map.of(), List.of("y", "x"));
        LayerSpec relu = new LayerSpec("z", "Activation", Map.of("value", new Constant("RELU")), List.of("sum"));
        models.add(name, kernel, shape, List.of(layer, sum, relu));
    }
}
