package dev.pleat.processor.plan;

/**
 * How a contraction whose weights exceed the first-level cache is cut up: the sums of a chunk of pixels and a panel of
 * channels stay in a work area while one piece of the weights after the other, small enough to stay in that cache
 * beside them, is multiplied and added to them.
 *
 * @param piece numbers of the innermost loop that are multiplied at a time
 * @param rows rows of pixels in a chunk
 * @param cols columns of pixels in a chunk
 */
public record Blocks(int piece, int rows, int cols) {

    /** Channels that fill the widest vectors. */
    private static final int WIDEST = 16;

    /** Bytes of weights that stay in a first-level cache of 32 to 48 KB, beside sums and numbers. */
    private static final int CACHED_WEIGHTS = 48 << 10;

    /**
     * Weights up to this size are read in one go: cutting costs a load and a store of every sum, and with 32 registers the
     * next cache delivers weights as fast as they are multiplied (ADR 9).
     */
    private static final int UNCUT_WIDE = 128 << 10;

    private static final int UNCUT_NARROW = 40 << 10;

    /** Shorter pieces are not worth it: a sum is read and written for each. */
    private static final int SHORTEST_PIECE = 48;

    /** Bytes of sums in a chunk: they are read and written once for every piece. */
    private static final int CACHED_SUMS = 28 << 10;

    /** Returns whether the weights of a panel are so few that they are read in one go. */
    static boolean isUncut(Contraction contraction, Tile tile, Registers registers) {
        int most = registers == Registers.WIDE ? UNCUT_WIDE : UNCUT_NARROW;
        return (long) contraction.depth() * width(tile, registers) <= most;
    }

    /** Returns how to cut a contraction, null if that does not pay. */
    public static Blocks choose(Contraction contraction, Tile tile, Registers registers) {
        int width = width(tile, registers);
        boolean pays = contraction.outputs() >= WIDEST
                && contraction.pixels().count() >= 2 * tile.pixels()
                && !isUncut(contraction, tile, registers);
        if (!pays) {
            return null;
        }
        int inner = contraction.reduction().get(2).count();
        int piece = largestDivisor(inner, Math.max(1, CACHED_WEIGHTS / width));
        if (piece < SHORTEST_PIECE) {
            return null;
        }
        int pixels = CACHED_SUMS / width;
        Contraction.Pixels image = contraction.pixels();
        int colTiles = ceil(image.cols(), tile.cols());
        int rowTiles = ceil(image.rows(), tile.rows());
        int tiles = Math.max(1, pixels / tile.pixels());
        if (tiles < colTiles) {
            return new Blocks(piece, tile.rows(), even(colTiles, tiles) * tile.cols());
        }
        return new Blocks(piece, even(rowTiles, tiles / colTiles) * tile.rows(), image.cols());
    }

    /** Returns the pieces of a contraction whose sums are in a work area anyway. */
    static Blocks pieces(Contraction contraction, Tile tile, Registers registers) {
        int inner = contraction.reduction().get(2).count();
        int width = width(tile, registers);
        int piece = largestDivisor(inner, Math.max(1, CACHED_WEIGHTS / width));
        boolean whole = piece < SHORTEST_PIECE || isUncut(contraction, tile, registers);
        return new Blocks(
                whole ? inner : piece,
                contraction.pixels().rows(),
                contraction.pixels().cols());
    }

    /** Returns the bytes of the weights of a panel for one number. */
    private static int width(Tile tile, Registers registers) {
        return tile.vectors() * registers.lanes() * Float.BYTES;
    }

    private static int largestDivisor(int n, int most) {
        int divisor = Math.min(n, most);
        while (n % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    /** Returns the size of about equal parts of at most {@code most}. */
    private static int even(int count, int most) {
        return ceil(count, ceil(count, most));
    }

    /** Returns the floats of the sums of a chunk. */
    public int sums(Tile tile, int lanes) {
        int tiles = ceil(rows, tile.rows()) * ceil(cols, tile.cols());
        return tiles * tile.pixels() * tile.vectors() * lanes;
    }

    @Override
    public String toString() {
        return rows + "×" + cols + " pixels, " + piece + " numbers at a time";
    }

    private static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }
}
