package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import java.util.Arrays;

/**
 * A value seen as an image, so that a layer for images works along one or two of its axes.
 *
 * @param view the shape of the image
 * @param row which axis of the value the rows are; -1 if none
 * @param col which axis of the value the columns are
 * @param channelsFirst whether the image's channels are its first dimension
 */
record Plane(Dims view, int row, int col, boolean channelsFirst) {

    /** Returns the image whose rows or columns are the first of some axes, and the next one where both fit. */
    static Plane of(Dims shape, int[] axes) {
        int first = axes[0];
        if (shape.rank() == 3) {
            boolean last = Arrays.stream(axes).anyMatch(axis -> axis == 2) && first > 0;
            return last ? new Plane(shape, 1, 2, true) : new Plane(shape, 0, 1, false);
        }
        int before = shape.product(0, first);
        boolean pair = axes.length > 1 && axes[1] == first + 1;
        if (pair) {
            int after = shape.product(first + 2, shape.rank());
            if (before == 1) {
                return new Plane(Dims.of(shape.get(first), shape.get(first + 1), after), first, first + 1, false);
            }
            if (after == 1) {
                return new Plane(Dims.of(before, shape.get(first), shape.get(first + 1)), first, first + 1, true);
            }
        }
        int after = shape.product(first + 1, shape.rank());
        return new Plane(Dims.of(before, shape.get(first), after), -1, first, false);
    }

    DataFormat format() {
        return channelsFirst ? DataFormat.CHANNELS_FIRST : DataFormat.CHANNELS_LAST;
    }

    /** Returns the number for the rows, from numbers for the value's axes. */
    int ofRow(int[] perAxis, int otherwise) {
        return row < 0 ? otherwise : perAxis[row];
    }

    /** Returns numbers for the value's axes without those of this plane. */
    int[] without(int[] perAxis, int neutral) {
        int[] rest = perAxis.clone();
        if (row >= 0) {
            rest[row] = neutral;
        }
        rest[col] = neutral;
        return rest;
    }

    /** Returns the image's shape with other numbers of rows and columns. */
    Dims resized(int rows, int cols) {
        int at = channelsFirst ? 1 : 0;
        return view.with(at, rows).with(at + 1, cols);
    }

    int rows() {
        return view.get(channelsFirst ? 1 : 0);
    }

    int cols() {
        return view.get(channelsFirst ? 2 : 1);
    }
}
