package dev.pleat.runtime;

/**
 * Which rows of an image a convolution has computed once it has computed some of its tiles, which go down the image.
 *
 * @param tiles how many there are
 * @param perRow tiles beside each other
 * @param rowsOfTile rows of each; the last ones overlap the ones before where that does not divide the rows
 * @param pixelsOfTile pixels of each where the image is one row to them, else 0
 * @param rows rows of the image
 * @param cols pixels of a row
 */
record TileRows(int tiles, int perRow, int rowsOfTile, int pixelsOfTile, int rows, int cols) {

    /** Returns the first row that a tile computes some of. */
    int first(int tile) {
        return pixelsOfTile > 0
                ? Math.min(tile * pixelsOfTile, rows * cols - pixelsOfTile) / cols
                : Math.min(tile / perRow * rowsOfTile, rows - rowsOfTile);
    }

    /** Returns how many rows are complete once the first {@code done} tiles are computed. */
    int complete(int done) {
        if (done == tiles) {
            return rows;
        }
        return pixelsOfTile > 0 ? done * pixelsOfTile / cols : done / perRow * rowsOfTile;
    }

    /** Returns how many rows are begun by then. */
    int begun(int done) {
        int begun =
                pixelsOfTile > 0 ? (done * pixelsOfTile + cols - 1) / cols : (done + perRow - 1) / perRow * rowsOfTile;
        return Math.min(begun, rows);
    }
}
