package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Registers;
import dev.pleat.processor.plan.Tile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What the two kinds of kernels have in common: their parameters, the walk over the tiles of an image, and how a tile's
 * sums begin and end.
 *
 * @param residual whether a value is added to the sums
 * @param samples whether the pixels are samples, of which callers say how many there are
 * @param weights offset of the weights of the layer for which the kernel is written
 * @param bias offset of that layer's bias
 */
record KernelMethods(
        Kernels kernels,
        Contraction contraction,
        Tile tile,
        boolean residual,
        Finish finish,
        boolean samples,
        int weights,
        int bias) {

    /** Threads divide an image of fewer tiles by channels, which are more even. */
    private static final int FEWEST_TILES = 16;

    boolean scales() {
        return finish.isInline() && finish.scales();
    }

    /** Returns the name of the method for a tile of this geometry, which is written the first time. */
    String shareTile(String name, Kernels.TileWriter writer) {
        if (samples) {
            return kernels.shareBatchTile(tileGeometry(), name, writer);
        }
        List<String> sample = new ArrayList<>(List.of("s", "w", "" + contraction.x(), "" + contraction.y()));
        if (residual) {
            sample.add("" + contraction.residual());
        }
        sample.addAll(List.of("" + weights, "" + bias));
        if (scales()) {
            sample.add("" + finish.scale());
        }
        return kernels.shareTile(tileGeometry(), name, StandIns.of(this), sample, writer);
    }

    /** Returns arguments for a kernel that adds to sums, empty if nothing calls it to have it compiled. */
    List<String> sumsSample(int x, int t) {
        return samples ? List.of() : List.of("s", "w", "" + x, "" + t, "" + weights);
    }

    /** Begins a method that computes what belongs to a part of a team. */
    MethodSpec.Builder walk(String name) {
        MethodSpec.Builder method = method(name);
        if (samples) {
            method.addParameter(int.class, "samples");
        }
        return method.addParameter(Names.PART, "part");
    }

    /** Begins a method that computes one tile. */
    MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.FLOATS, "w")
                .addParameter(int.class, "x")
                .addParameter(int.class, "y");
        if (residual) {
            method.addParameter(int.class, "r");
        }
        method.addParameter(int.class, "k").addParameter(int.class, "b");
        if (scales()) {
            method.addParameter(int.class, "e");
        }
        return method;
    }

    /** Returns how many tiles cover the image. */
    static int tiles(Contraction contraction, Tile tile) {
        Contraction.Pixels pixels = contraction.pixels();
        return ceil(pixels.rows(), tile.rows()) * ceil(pixels.cols(), tile.cols());
    }

    /** Returns how many tiles cover the image. */
    int tiles() {
        return tiles(contraction, tile);
    }

    /** Returns the text of how many tiles there are to compute. */
    String tilesText() {
        return samples ? "tiles" : "" + tiles();
    }

    /** Returns the statement that counts the tiles, where that depends on the samples. */
    CodeBlock count() {
        return samples && tiles() > 1
                ? CodeBlock.of("int tiles = (samples + $L) / $L;\n", tile.cols() - 1, tile.cols())
                : CodeBlock.of("");
    }

    private int colTiles() {
        return ceil(contraction.pixels().cols(), tile.cols());
    }

    /**
     * Returns whether threads divide the image rather than the channels: they then read each other's results less, but
     * all of the weights.
     */
    boolean dividesPixels() {
        long pixels = contraction.pixels().count();
        long values = pixels * contraction.groups() * (contraction.inputs() + contraction.outputs());
        long weights = (long) contraction.depth() * contraction.groups() * contraction.outputs();
        return tiles() >= FEWEST_TILES && weights <= values;
    }

    /** Returns the loop over the tiles that belong to {@code part}. */
    CodeBlock ownTiles(CodeBlock body) {
        if (tiles() == 1) {
            return body;
        }
        return CodeBlock.builder()
                .addStatement("int end = part.to($L)", tilesText())
                .beginControlFlow("for (int i = part.from($L); i < end; i++)", tilesText())
                .add(body)
                .endControlFlow()
                .build();
    }

    /** Opens the loop over what belongs to {@code part} of all panels {@code p} and tiles {@code i}, the panels outermost. */
    CodeBlock panelsAndTiles() {
        if (tiles() == 1) {
            return CodeBlock.builder()
                    .addStatement("int end = part.to(panels)")
                    .beginControlFlow("for (int p = part.from(panels); p < end; p++)")
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("int end = part.to(panels * $L)", tilesText())
                .beginControlFlow("for (int n = part.from(panels * $L); n < end; n++)", tilesText())
                .addStatement("int p = n / $L", tilesText())
                .addStatement("int i = n % $L", tilesText())
                .build();
    }

    /**
     * Returns the call of the tile {@code i}, counted along rows. Where tiles do not divide the image, the last ones overlap
     * the ones before: they compute some pixels twice, to the same result.
     *
     * @param call the tile's method
     * @param channel text to add to the offsets of channels, empty for 0
     * @param kernel text of the offset of the weights
     */
    CodeBlock tile(String call, String channel, String kernel) {
        Contraction.Pixels pixels = contraction.pixels();
        boolean manyRows = pixels.rows() > tile.rows();
        boolean manyCols = pixels.cols() > tile.cols();
        String row = manyRows ? "row" : "";
        String col = manyCols ? "col" : "";
        List<String> arguments = new ArrayList<>(List.of("s", "w"));
        arguments.add("x" + distance(row, pixels.xRow()) + distance(col, pixels.xCol()));
        arguments.add("y" + distance(row, pixels.yRow()) + distance(col, pixels.yCol()) + channel);
        if (residual) {
            arguments.add("r" + distance(row, pixels.addRow()) + distance(col, pixels.addCol()) + channel);
        }
        arguments.add(kernel);
        arguments.add("b" + channel);
        if (scales()) {
            arguments.add("e" + channel);
        }
        return CodeBlock.builder()
                .add(places())
                .addStatement("$L($L)", call, String.join(", ", arguments))
                .build();
    }

    /** Returns the statements that say which {@code row} and {@code col} the tile {@code i} begins at. */
    CodeBlock places() {
        Contraction.Pixels pixels = contraction.pixels();
        boolean manyRows = pixels.rows() > tile.rows();
        boolean manyCols = pixels.cols() > tile.cols();
        CodeBlock.Builder code = CodeBlock.builder();
        if (manyRows) {
            code.add(place("row", manyCols ? "i / " + colTiles() : "i", pixels.rows(), tile.rows()));
        }
        if (manyCols) {
            code.add(place("col", manyRows ? "i % " + colTiles() : "i", pixels.cols(), tile.cols()));
        }
        return code.build();
    }

    private static CodeBlock place(String variable, String index, int count, int step) {
        String first = step == 1 ? index : index + " * " + step;
        return count % step == 0
                ? CodeBlock.of("int $L = $L;\n", variable, first)
                : CodeBlock.of("int $L = Math.min($L, $L);\n", variable, first, count - step);
    }

    private static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }

    private static String distance(String variable, int stride) {
        return variable.isEmpty() ? "" : " + " + variable + " * " + stride;
    }

    /**
     * Returns what the code of a tile depends on: the distances between its pixels, but not how many tiles there are.
     * Layers that agree in it share the tile, which is the part that takes HotSpot long to compile.
     */
    String tileGeometry() {
        List<Integer> pixels = new ArrayList<>();
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            pixels.add(xOffset(pixel));
            pixels.add(yOffset(pixel));
            pixels.add(residual ? addOffset(pixel) : 0);
        }
        String finished = finish.isInline() ? finish.word() + (finish.shift() - finish.scale()) : "";
        return List.of(
                        "tile",
                        contraction.depthwise() ? contraction.groups() : 0,
                        contraction.outputs(),
                        contraction.reduction(),
                        tile,
                        pixels,
                        residual,
                        finished)
                .toString();
    }

    /** Returns an offset as text to add, empty for 0. */
    static String plus(int offset) {
        return offset == 0 ? "" : offset > 0 ? " + " + offset : " - " + -offset;
    }

    /** Returns the offset of a pixel of the tile, given the distances between rows and columns. */
    int pixelOffset(int pixel, int rowStride, int colStride) {
        return pixel / tile.cols() * rowStride + pixel % tile.cols() * colStride;
    }

    int xOffset(int pixel) {
        return pixelOffset(
                pixel, contraction.pixels().xRow(), contraction.pixels().xCol());
    }

    int yOffset(int pixel) {
        return pixelOffset(
                pixel, contraction.pixels().yRow(), contraction.pixels().yCol());
    }

    int addOffset(int pixel) {
        return pixelOffset(
                pixel, contraction.pixels().addRow(), contraction.pixels().addCol());
    }

    /** Returns the statements that read the scales and shifts of a vector of channels, for {@link #store}. */
    CodeBlock scaling(String species, int vector, String channel) {
        if (!scales()) {
            return CodeBlock.of("");
        }
        String shift = plus(finish.shift() - finish.scale());
        return CodeBlock.builder()
                .addStatement(
                        "$1T scale$2L = $1T.fromArray($3L, w, e$4L)", Names.FLOAT_VECTOR, vector, species, channel)
                .addStatement(
                        "$1T shift$2L = $1T.fromArray($3L, w, e$4L$5L)",
                        Names.FLOAT_VECTOR,
                        vector,
                        species,
                        shift,
                        channel)
                .build();
    }

    /** Returns the number of channels that decides how wide the vectors are. */
    int width() {
        return contraction.depthwise() ? contraction.groups() : contraction.outputs();
    }

    /** Returns the statements that declare what {@link #store} names. */
    CodeBlock bounds() {
        return finish.bounds(kernels, width());
    }

    /**
     * Returns the statement that stores a vector of sums. Everything is spelled out: HotSpot inlines no helper of ours into
     * a method that has inlined as many vector operations as a kernel, and would box the vector it passes.
     *
     * @param channel text to add to the offsets of channels
     */
    CodeBlock store(String sum, int pixel, int vector, String channel) {
        CodeBlock value = kernels.exact(width(), sum);
        if (finish.isInline()) {
            value = finish.inRegister(kernels, width(), value);
            if (scales()) {
                value = kernels.exact(
                        width(), CodeBlock.of("$L.fma($L, $L)", value, "scale" + vector, "shift" + vector));
            }
            if (kernels.registers() == Registers.NARROW) {
                // Where minima and maxima are no vector instructions, the step finishes in a pass of its own.
                value = CodeBlock.of("(FUSED ? $L : $L)", value, kernels.exact(width(), sum));
            }
        }
        return CodeBlock.of("$L.intoArray(s, y$L$L);\n", value, plus(yOffset(pixel)), channel);
    }
}
