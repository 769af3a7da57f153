package dev.pleat.processor.graph;

/**
 * A value seen as rows of pixels. A sequence {@code [steps, channels]} is one row, a vector one pixel; dimensions in
 * front of the last two of a larger value count as rows.
 */
public record Image(int rows, int cols, int channels) {

    /** Returns the view of a shape. */
    public static Image of(Shape shape) {
        int rank = shape.rank();
        return switch (rank) {
            case 1 -> new Image(1, 1, shape.dim(0));
            case 2 -> new Image(1, shape.dim(0), shape.dim(1));
            default -> new Image(shape.product(0, rank - 2), shape.dim(rank - 2), shape.dim(rank - 1));
        };
    }

    /** Returns the number of elements of a row. */
    public int rowLength() {
        return cols * channels;
    }

    /** Returns the number of pixels. */
    public int pixels() {
        return rows * cols;
    }
}
