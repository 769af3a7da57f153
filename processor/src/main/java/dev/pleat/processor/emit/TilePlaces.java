package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tiles begin in what they read, write and add, and where their pixels are from there, as text and numbers.
 *
 * <p>Where rows of pixels are joined, a tile may begin in one row and end in the next; its parameter {@code next} says
 * which pixel is the first there.
 */
record TilePlaces(Pixels pixels, Tile tile) {

    /** Returns an offset as text to add, empty for 0. */
    static String plus(int offset) {
        return offset == 0 ? "" : offset > 0 ? " + " + offset : " - " + -offset;
    }

    /** Returns whether a tile may begin in one row and end in the next. */
    boolean joinsRows() {
        return pixels.isJoined();
    }

    /**
     * Returns the text of where what a tile reads begins, given its {@code row} and {@code col}.
     *
     * @param from text of where what the first tile reads begins
     */
    String xOfTile(String from) {
        return ofTile(from, pixels.xRow(), pixels.xCol());
    }

    /** Returns the text of where its result begins. */
    String yOfTile() {
        return joinsRows() ? ofJoined("y", pixels.yCol(), pixels.yGap()) : ofTile("y", pixels.yRow(), pixels.yCol());
    }

    /** Returns the text of where what is added to it begins. */
    String addOfTile() {
        return joinsRows()
                ? ofJoined("r", pixels.addCol(), pixels.addGap())
                : ofTile("r", pixels.addRow(), pixels.addCol());
    }

    /** Returns the text of its parameter {@code next}: how many pixels the row has from its first one on. */
    String next() {
        return pixels.width() + " - col % " + pixels.width();
    }

    /** Returns the distance of rows in what is written as the runtime takes it: of joined rows, the gap between them. */
    int yRow() {
        return joinsRows() ? pixels.yGap() : pixels.yRow();
    }

    /** Returns the same in what is added. */
    int addRow() {
        return joinsRows() ? pixels.addGap() : pixels.addRow();
    }

    private String ofTile(String from, int rowStride, int colStride) {
        String row = pixels.rows() > tile.rows() ? " + row * " + rowStride : "";
        String col = pixels.cols() > tile.cols() ? " + col * " + colStride : "";
        return from + row + col;
    }

    /** Returns the text of where a tile begins that has rows above with gaps behind them. */
    private String ofJoined(String from, int stride, int gap) {
        String gaps = gap == 0 ? "" : " + col / " + pixels.width() + " * " + gap;
        return from + " + col * " + stride + gaps;
    }

    /** Returns what distinguishes tiles whose pixels have other distances. */
    List<Integer> geometry(boolean adds) {
        List<Integer> distances = new ArrayList<>();
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            distances.add(xOffset(pixel));
            distances.add(offset(pixel, pixels.yRow(), pixels.yCol()));
            distances.add(adds ? addOffset(pixel) : 0);
        }
        if (joinsRows()) {
            distances.add(pixels.yGap());
            distances.add(adds ? pixels.addGap() : 0);
        }
        return distances;
    }

    /** Returns the distance of a pixel from the first one, in what is read. */
    int xOffset(int pixel) {
        return offset(pixel, pixels.xRow(), pixels.xCol());
    }

    /** Returns the same in what is added, where rows are not joined. */
    int addOffset(int pixel) {
        return offset(pixel, pixels.addRow(), pixels.addCol());
    }

    private int offset(int pixel, int rowStride, int colStride) {
        return pixel / tile.cols() * rowStride + pixel % tile.cols() * colStride;
    }

    /** Returns the text of where a pixel is written. */
    String y(int pixel) {
        return joinsRows() && pixel > 0 ? "y" + pixel : "y" + plus(offset(pixel, pixels.yRow(), pixels.yCol()));
    }

    /** Returns the text of where what is added to a pixel is. */
    String add(int pixel) {
        return joinsRows() && pixel > 0 ? "r" + pixel : "r" + plus(addOffset(pixel));
    }

    /** Returns the statements that declare what {@link #y} names. */
    CodeBlock declareY() {
        return declare("y", pixels.yCol(), pixels.yGap());
    }

    /** Returns the statements that declare what {@link #add} names. */
    CodeBlock declareAdd() {
        return declare("r", pixels.addCol(), pixels.addGap());
    }

    /** Declares places without a branch: HotSpot would leave out the side that it has not seen yet. */
    private CodeBlock declare(String from, int stride, int gap) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (joinsRows() && tile.pixels() > 1) {
            code.add("// Pixels from next on are in the next row, $L farther.\n", gap);
        }
        for (int pixel = 1; joinsRows() && pixel < tile.pixels(); pixel++) {
            String place = from + plus(pixel * stride);
            code.addStatement("int $L$L = $L + (next - $L >> 31 & $L)", from, pixel, place, pixel + 1, gap);
        }
        return code.build();
    }
}
