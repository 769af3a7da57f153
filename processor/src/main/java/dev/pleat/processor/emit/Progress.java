package dev.pleat.processor.emit;

import dev.pleat.processor.emit.LinearEmitter.Part;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Window;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Schedule;
import java.util.List;

/**
 * How far a convolution is, once it has computed some of its tiles, in rows of what it writes and reads.
 *
 * @param tiles the tiles of the image, along its rows
 * @param perRow tiles beside each other, 1 where the image is one row of pixels to them
 * @param rowsOfTile rows of a tile
 * @param pixelsOfTile pixels of a tile of an image that is one row, 0 of others
 * @param image what it writes
 * @param window what it reads for a pixel
 */
record Progress(int tiles, int perRow, int rowsOfTile, int pixelsOfTile, Image image, Window window) {

    /**
     * Returns that of a convolution with each budget of registers, nothing if the image is not computed from above in one
     * go.
     */
    static List<Progress> of(Node node, List<Part> parts, Finish finish, Share share) {
        Part part = parts.get(0);
        if (!(node.op() instanceof Convolution op) || !part.vectorizes() || !share.divided() || !finish.isOneGo(part)) {
            return List.of();
        }
        Progress wide = of(op, part, part.wide(), Image.of(node.shape()));
        Progress narrow = of(op, part, part.narrow(), Image.of(node.shape()));
        return wide == null || narrow == null ? List.of() : List.of(wide, narrow);
    }

    /** Returns that with one budget of registers, null if its tiles do not go down the image or need others at once. */
    private static Progress of(Convolution op, Part part, Schedule schedule, Image image) {
        Contraction contraction = schedule.seen(part.contraction());
        TileWalk walk = new TileWalk(contraction, schedule.tile(), false);
        boolean direct = schedule.winograd() == null;
        boolean inOrder = contraction.depthwise() || contraction.groups() == 1 && walk.dividesPixels();
        if (!direct || !inOrder || walk.number() == 1) {
            return null;
        }
        boolean flat = contraction.pixels().rows() == 1 && image.rows() > 1;
        return new Progress(
                walk.number(),
                flat ? 1 : walk.colTiles(),
                schedule.tile().rows(),
                flat ? schedule.tile().cols() : 0,
                image,
                op.window());
    }

    /** Returns how many rows it has written whole, behind a band of some. */
    int written(int band, int bands) {
        int done = end(band, bands);
        if (done == tiles) {
            return image.rows();
        }
        int rows = pixelsOfTile > 0 ? done * pixelsOfTile / image.cols() : done / perRow * rowsOfTile;
        return Math.min(rows, image.rows());
    }

    /** Returns how many rows of what it reads it needs for a band of some. */
    int needed(int band, int bands) {
        int done = end(band, bands);
        int rows = pixelsOfTile > 0
                ? (done * pixelsOfTile + image.cols() - 1) / image.cols()
                : (done + perRow - 1) / perRow * rowsOfTile;
        int last = Math.min(rows, image.rows()) - 1;
        return last * window.strideRows() - window.padding().top() + (window.rows() - 1) * window.dilationRows() + 1;
    }

    /** Returns the tile behind a band, as the runtime's {@code Part} does. */
    private int end(int band, int bands) {
        return (int) ((long) tiles * (band + 1) / bands);
    }
}
