package dev.pleat.processor.reference;

/**
 * How the rows, columns and channels of an image lie in its shape. A sequence is an image of one row.
 *
 * @param rank dimensions of the shape: 2 for a sequence, 3 for an image
 */
record Grid(int rows, int columns, int channels, boolean channelsFirst, int rank) {
    /** {@return how an image or sequence of this shape lies, as {@code layer} sees it} */
    static Grid of(LayerSpec layer, int[] shape) {
        int rank = layer.twoDimensional() ? 3 : 2;
        Illegal.unless(shape.length == rank, "'%s' expects %d dimensions, not %d", layer.name(), rank, shape.length);
        boolean first = layer.channelsFirst();
        int space = first ? 1 : 0;
        int rows = rank == 2 ? 1 : shape[space];
        return new Grid(rows, shape[space + rank - 2], shape[first ? 0 : rank - 1], first, rank);
    }

    /** {@return an image of another size that lies the same way} */
    Grid resized(int newRows, int newColumns, int newChannels) {
        return new Grid(newRows, newColumns, newChannels, channelsFirst, rank);
    }

    /** {@return where an element is} */
    int index(int row, int column, int channel) {
        return channelsFirst
                ? (channel * rows + row) * columns + column
                : (row * columns + column) * channels + channel;
    }

    /** {@return the shape} */
    int[] shape() {
        if (rank == 2) {
            return channelsFirst ? new int[] {channels, columns} : new int[] {columns, channels};
        }
        return channelsFirst ? new int[] {channels, rows, columns} : new int[] {rows, columns, channels};
    }
}
