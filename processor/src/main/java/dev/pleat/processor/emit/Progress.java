package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.emit.LinearEmitter.Part;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Schedule;

/**
 * How a convolution goes down its image, so that it can be computed some rows at a time.
 *
 * @param wide its tiles with 32 registers
 * @param narrow its tiles with 16 registers
 */
record Progress(TileRows wide, TileRows narrow) {

    /**
     * The tiles of an image, along its rows, as the class of the runtime with this name has them.
     *
     * @param number how many there are
     * @param perRow tiles beside each other, 1 where the image is one row of pixels to them
     * @param rows rows of a tile
     * @param pixels pixels of a tile of an image that is one row, 0 of others
     */
    record TileRows(int number, int perRow, int rows, int pixels) {}

    /** Returns that of a step, null if its image is not computed from above in one go. */
    static Progress of(Node node, Part part, Finish finish, Share share) {
        if (!(node.op() instanceof Convolution) || !part.vectorizes() || !share.divided() || !finish.isOneGo(part)) {
            return null;
        }
        TileRows wide = of(part, part.wide(), Image.of(node.shape()));
        TileRows narrow = of(part, part.narrow(), Image.of(node.shape()));
        return wide == null || narrow == null ? null : new Progress(wide, narrow);
    }

    /** Returns the tiles with one budget of registers, null if they do not go down the image or need others at once. */
    private static TileRows of(Part part, Schedule schedule, Image image) {
        Contraction contraction = schedule.seen(part.contraction());
        TileWalk walk = new TileWalk(contraction, schedule.tile(), false);
        boolean direct = schedule.winograd() == null;
        boolean inOrder = contraction.depthwise() || contraction.groups() == 1 && walk.dividesPixels();
        if (!direct || !inOrder || walk.number() == 1) {
            return null;
        }
        boolean flat = contraction.pixels().rows() == 1 && image.rows() > 1;
        return new TileRows(
                walk.number(),
                flat ? 1 : walk.colTiles(),
                schedule.tile().rows(),
                flat ? schedule.tile().cols() : 0);
    }

    /** Returns an expression for the tiles as the runtime takes them. */
    CodeBlock code() {
        return wide.equals(narrow) ? array(wide) : CodeBlock.of("WIDE ? $L : $L", array(wide), array(narrow));
    }

    private static CodeBlock array(TileRows tiles) {
        return CodeBlock.of("new int[] {$L, $L, $L, $L}", tiles.number, tiles.perRow, tiles.rows, tiles.pixels);
    }
}
