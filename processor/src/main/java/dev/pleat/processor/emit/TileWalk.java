package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Tile;

/**
 * The tiles that cover the image of a contraction, as the loops that a part of a team goes round.
 *
 * @param samples whether the pixels are samples, of which callers say how many there are
 */
record TileWalk(Contraction contraction, Tile tile, boolean samples) {

    /** Threads divide an image of fewer tiles by channels, which are more even. */
    private static final int FEWEST_TILES = 16;

    /** Returns how many tiles cover the image. */
    int number() {
        return rowTiles() * colTiles();
    }

    /** Returns how many tiles are below each other. */
    int rowTiles() {
        return ceil(contraction.pixels().rows(), tile.rows());
    }

    /** Returns how many tiles are beside each other. */
    int colTiles() {
        return ceil(contraction.pixels().cols(), tile.cols());
    }

    /** Returns the text of how many tiles there are to compute. */
    String text() {
        return samples ? "tiles" : "" + number();
    }

    /** Returns the statement that counts the tiles, where that depends on the samples. */
    CodeBlock count() {
        return samples && number() > 1
                ? CodeBlock.of("int tiles = (samples + $L) / $L;\n", tile.cols() - 1, tile.cols())
                : CodeBlock.of("");
    }

    /**
     * Returns whether threads divide the image rather than the channels: they then read each other's results less, but
     * all of the weights.
     */
    boolean dividesPixels() {
        long pixels = contraction.pixels().count();
        long values = pixels * contraction.groups() * (contraction.inputs() + contraction.outputs());
        long weights = (long) contraction.depth() * contraction.groups() * contraction.outputs();
        return number() >= FEWEST_TILES && weights <= values;
    }

    /** Returns the loop over the tiles that belong to {@code part}. */
    CodeBlock own(CodeBlock body) {
        if (number() == 1) {
            return body;
        }
        return CodeBlock.builder()
                .addStatement("int end = part.to($L)", text())
                .beginControlFlow("for (int i = part.from($L); i < end; i++)", text())
                .add(body)
                .endControlFlow()
                .build();
    }

    /** Opens the loop over what belongs to {@code part} of all panels {@code p} and tiles {@code i}, the panels outermost. */
    CodeBlock ofPanels() {
        if (number() == 1) {
            return CodeBlock.builder()
                    .addStatement("int end = part.to(panels)")
                    .beginControlFlow("for (int p = part.from(panels); p < end; p++)")
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("int end = part.to(panels * $L)", text())
                .beginControlFlow("for (int n = part.from(panels * $L); n < end; n++)", text())
                .addStatement("int p = n / $L", text())
                .addStatement("int i = n % $L", text())
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
        return CodeBlock.of("int $L = $L;\n", variable, place(index, count, step));
    }

    /** Returns the text of where a tile begins: the last one overlaps the one before if tiles do not divide the image. */
    static String place(String index, int count, int step) {
        String first = step == 1 ? index : index + " * " + step;
        return count % step == 0 ? first : "Math.min(" + first + ", " + (count - step) + ")";
    }

    private static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }
}
