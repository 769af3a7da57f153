package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Tile;

/**
 * The walk of a kernel over runs of tiles and panels of channels, with the clip of each run behind it, while what it wrote
 * is in a cache of the core.
 *
 * @param walk the tiles
 * @param clip what is done with results
 * @param width text of the channels of a panel
 */
record TileRuns(TileWalk walk, Finish clip, String width) {

    /** Bytes that a run reads and writes: what stays in a first-level cache, beside weights. */
    private static final int CACHED = 16 << 10;

    /** Pixels of a run whose weights do not stay there and are read again for each: clips from the next cache cost less. */
    private static final int SHARING = 48;

    // int end = part.to(3360);
    // for (int first = part.from(3360), last; first < end; first = last) {
    //   last = Math.min(first - first % 28 + 28, Math.min(first + 10, end));
    //   for (int p = 0; p < panels; p++) {
    //     int c = p * 4 * L16;
    //     for (int i = first; i < last; i++) {
    //       ... the tile
    //     }
    //   }
    //   int col = first % 28 * 4;
    //   int cols = Math.min(((last - 1) % 28 + 1) * 4, 112) - col;
    //   Clipping.image(s, y + first / 28 * 7296 + col * 64, 7296, 64, 1, cols, 64, 0f, 6f);
    // }
    /**
     * Returns the walk.
     *
     * @param channel the statement that declares the first channel {@code c} of the panel {@code p}
     * @param call the statements that compute the tile {@code i} of that panel
     */
    CodeBlock write(CodeBlock channel, CodeBlock call) {
        int number = walk.number();
        CodeBlock.Builder code = CodeBlock.builder();
        if (walk.dividesPixels()) {
            code.addStatement("int end = part.to($L)", number);
            code.beginControlFlow("for (int first = part.from($L), last; first < end; first = last)", number);
            code.addStatement("last = $L", last());
            code.beginControlFlow("for (int p = 0; p < panels; p++)");
            code.add(channel);
            tiles(code, call);
            code.endControlFlow();
            clip(code, "", "" + walk.contraction().outputs());
        } else {
            code.addStatement("int end = part.to(panels * $L)", number);
            code.beginControlFlow("for (int n = part.from(panels * $L); n < end;)", number);
            code.addStatement("int p = n / $L", number);
            code.add(channel);
            code.addStatement("int first = n % $L", number);
            code.addStatement("int last = $L", withinRow("Math.min(first + end - n, " + number + ")"));
            tiles(code, call);
            clip(code, " + c", "Math.min(" + width + ", " + walk.contraction().outputs() + ")");
            code.addStatement("n += last - first");
        }
        return code.endControlFlow().build();
    }

    private String last() {
        int length = length();
        String end = length < walk.colTiles() ? "Math.min(first + " + length + ", end)" : "end";
        return withinRow(end);
    }

    /** Returns the text of a tile, but no later than the end of the row of tiles that {@code first} is in. */
    private String withinRow(String tile) {
        int row = walk.colTiles();
        if (walk.rowTiles() == 1) {
            return tile;
        }
        String next = row == 1 ? "first + 1" : "first - first % " + row + " + " + row;
        return "Math.min(" + next + ", " + tile + ")";
    }

    private int length() {
        Contraction contraction = walk.contraction();
        int pixels = CACHED / Float.BYTES / (contraction.inputs() + contraction.outputs());
        long weights = (long) contraction.depth() * contraction.outputs() * Float.BYTES;
        if (weights > CACHED) {
            pixels = Math.max(pixels, SHARING);
        }
        return Math.max(1, pixels / walk.tile().pixels());
    }

    private void tiles(CodeBlock.Builder code, CodeBlock call) {
        code.beginControlFlow("for (int i = first; i < last; i++)").add(call).endControlFlow();
    }

    private void clip(CodeBlock.Builder code, String channel, String channels) {
        Pixels pixels = walk.contraction().pixels();
        Tile tile = walk.tile();
        if (pixels.isJoined()) {
            clipJoined(code, channel, channels);
            return;
        }
        String at = "";
        if (walk.rowTiles() > 1) {
            String row = walk.colTiles() == 1 ? "first" : "first / " + walk.colTiles();
            at = " + " + TileWalk.place(row, pixels.rows(), tile.rows()) + " * " + pixels.yRow();
        }
        String cols = "" + pixels.cols();
        if (walk.colTiles() > 1) {
            boolean oneRow = walk.rowTiles() == 1;
            String index = oneRow ? "first" : "first % " + walk.colTiles();
            String behind = oneRow ? "last" : "((last - 1) % " + walk.colTiles() + " + 1)";
            code.addStatement("int col = $L", TileWalk.place(index, pixels.cols(), tile.cols()));
            code.addStatement("int cols = Math.min($L * $L, $L) - col", behind, tile.cols(), pixels.cols());
            at += " + col * " + pixels.yCol();
            cols = "cols";
        }
        code.addStatement(
                "$T.image(s, y$L$L, $L, $L, $L, $L, $L, $L)",
                Names.CLIPPING,
                at,
                channel,
                pixels.yRow(),
                pixels.yCol(),
                tile.rows(),
                cols,
                channels,
                clip.bounds());
    }

    private void clipJoined(CodeBlock.Builder code, String channel, String channels) {
        Pixels pixels = walk.contraction().pixels();
        int tile = walk.tile().cols();
        code.addStatement("int pixel = $L", TileWalk.place("first", pixels.cols(), tile));
        code.addStatement("int behind = Math.min(last * $L, $L)", tile, pixels.cols());
        code.addStatement(
                "$T.pixels(s, y$L, $L, $L, $L, pixel, behind, $L, $L)",
                Names.CLIPPING,
                channel,
                pixels.width(),
                pixels.yRow(),
                pixels.yCol(),
                channels,
                clip.bounds());
    }
}
