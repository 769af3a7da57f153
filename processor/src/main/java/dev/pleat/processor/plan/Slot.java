package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Image;

/**
 * Where a value lives in the scratch memory. Rows lie one behind the other, with a border of zeros around them if a
 * convolution reads over the edge.
 *
 * @param at offset of the first element, inside the border
 * @param pitch distance between pixels, in floats: the channels or, see {@link Pitches}, some more
 */
public record Slot(int at, Image image, Border border, int pitch) {

    /** Returns the distance between rows, in floats. */
    public int rowStride() {
        return Math.multiplyExact(border.left() + image.cols() + border.right(), pitch);
    }

    /** Returns the floats of a row, from its first element to its last. */
    public int rowLength() {
        return (image.cols() - 1) * pitch + image.channels();
    }

    /** Returns whether the elements lie one behind the other without gaps. */
    public boolean contiguous() {
        return pitch == image.channels() && (image.rows() == 1 || border.left() + border.right() == 0);
    }

    /** Returns the offset of the border's first element. */
    public int start() {
        return at - border.top() * rowStride() - border.left() * pitch;
    }

    /** Returns the number of floats with the border. */
    public int size() {
        return size(image.rows());
    }

    /** Returns the number of floats with the border if there were only so many rows. */
    int size(int rows) {
        return Math.multiplyExact(border.top() + rows + border.bottom(), rowStride());
    }

    /** Returns the slot moved so that its border begins at an offset. */
    Slot from(int start) {
        return new Slot(start + at - start(), image, border, pitch);
    }

    /** Returns the same elements seen in another shape. */
    Slot as(Image other) {
        return other.equals(image) ? this : new Slot(at, other, Border.NONE, other.channels());
    }
}
