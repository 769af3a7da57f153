package dev.pleat.runtime;

/**
 * Computes what a vector kernel of a compiled model computes, with the same weights and to the same bits, as long as
 * HotSpot has not compiled that kernel: until then vectors are objects, and a kernel takes a hundred times as long.
 *
 * <p>It is scalar code at first, which is fast as soon as it is interpreted no more; and one vector kernel for all
 * geometries once HotSpot has compiled that, which is the first that {@link WarmUp} asks it to. All distances are in floats.
 *
 * <p>Objects are immutable but for {@link #isOver}. Compiled models hold them in constants.
 */
public final class StandIn {
    /** How often a kernel goes round a loop when it is called to be counted only, with this as its negative {@code k}. */
    public static final int SKIPPED_ROUNDS = 40;

    /** The tile: its pixels, its vectors of channels and their lanes, and its sums in turn for each number. */
    final int rows;

    final int cols;
    final int vectors;
    final int lanes;
    final int unroll;

    /** Distances of pixels in what is read, written and added. */
    final int xRow;

    final int xCol;
    final int yRow;
    final int yCol;
    final int rRow;
    final int rCol;

    /** The loops over the numbers of a pixel, outermost first, the innermost contiguous. */
    final int n2;

    final int s2;
    final int n1;
    final int s1;
    final int n0;

    /** Output channels of the layer: where the tile's vectors exceed them, the last ones overlap. */
    final int channels;

    private final Kind kind;

    final boolean depthwise;

    /** Whether sums go on from those that are there, without bias. */
    final boolean continues;

    /** Whether sums begin at zero, without bias. */
    final boolean fresh;

    final StandInFinish finish;

    private boolean over = !WarmUp.isUsed();

    /** Whether {@link WarmUp} has been told of the kernel; guarded by its lock. */
    private boolean taken = over;

    private StandIn(int[] tile, int lanes, int[] pixels, int[] window, int channels, Kind kind, StandInFinish finish) {
        this.rows = tile[0];
        this.cols = tile[1];
        this.vectors = tile[2];
        this.unroll = tile[3];
        this.lanes = lanes;
        this.xRow = pixels[0];
        this.xCol = pixels[1];
        this.yRow = pixels[2];
        this.yCol = pixels[3];
        this.rRow = pixels[4];
        this.rCol = pixels[5];
        this.n2 = window[0];
        this.s2 = window[1];
        this.n1 = window[2];
        this.s1 = window[3];
        this.n0 = window[4];
        this.channels = channels;
        this.kind = kind;
        this.depthwise = kind == Kind.DEPTHWISE;
        this.continues = kind == Kind.SUMS;
        this.fresh = kind == Kind.PRODUCTS;
        this.finish = finish;
    }

    /** What the kernel does with the numbers of a pixel. */
    private enum Kind {
        MATRIX,
        DEPTHWISE,
        SUMS,
        PRODUCTS
    }

    /**
     * Returns the stand-in of a kernel that computes all inputs of a pixel into all outputs.
     *
     * @param rows rows of pixels of a tile
     * @param cols columns of pixels
     * @param vectors vectors of channels
     * @param unroll sums in turn for each number
     * @param xRow distance of rows in what is read
     * @param xCol distance of columns there
     * @param yRow distance of rows in what is written
     * @param yCol distance of columns there
     * @param rRow distance of rows in what is added
     * @param rCol distance of columns there
     * @param n2 rounds of the outermost loop over the numbers of a pixel
     * @param s2 distance of its rounds
     * @param n1 rounds of the middle loop
     * @param s1 distance of its rounds
     * @param n0 rounds of the innermost loop, over contiguous numbers; for a {@link #depthwise} kernel the channels of a tile
     * @param channels output channels of a group, or those of all groups for a depthwise kernel
     * @return the stand-in, whose sums are stored as they are
     */
    public static StandIn matrix(
            int rows,
            int cols,
            int vectors,
            int unroll,
            int xRow,
            int xCol,
            int yRow,
            int yCol,
            int rRow,
            int rCol,
            int n2,
            int s2,
            int n1,
            int s1,
            int n0,
            int channels) {
        int[] tile = {rows, cols, vectors, unroll};
        int[] pixels = {xRow, xCol, yRow, yCol, rRow, rCol};
        int[] window = {n2, s2, n1, s1, n0};
        return new StandIn(tile, Simd.lanes(channels), pixels, window, channels, Kind.MATRIX, StandInFinish.NOTHING);
    }

    /**
     * Returns the stand-in of a kernel that adds products to the sums of a tile, which lie
     * {@code [pixel][vector][lane]}.
     *
     * @param rows rows of pixels of a tile
     * @param cols columns of pixels
     * @param vectors vectors of {@link Simd#LANES} channels
     * @param xRow distance of rows in what is read
     * @param xCol distance of columns
     * @param count contiguous numbers of a pixel
     * @return the stand-in
     */
    public static StandIn sums(int rows, int cols, int vectors, int xRow, int xCol, int count) {
        return collected(rows, cols, vectors, xRow, xCol, count, Kind.SUMS);
    }

    /**
     * Returns the stand-in of a kernel that writes products as the sums of a tile, which lie
     * {@code [pixel][vector][lane]}.
     *
     * @param rows rows of pixels of a tile
     * @param cols columns of pixels
     * @param vectors vectors of {@link Simd#LANES} channels
     * @param xRow distance of rows in what is read
     * @param xCol distance of columns
     * @param count contiguous numbers of a pixel
     * @return the stand-in
     */
    public static StandIn products(int rows, int cols, int vectors, int xRow, int xCol, int count) {
        return collected(rows, cols, vectors, xRow, xCol, count, Kind.PRODUCTS);
    }

    private static StandIn collected(int rows, int cols, int vectors, int xRow, int xCol, int count, Kind kind) {
        int width = vectors * Simd.LANES;
        int[] all = {rows, cols, vectors, 1};
        int[] pixels = {xRow, xCol, cols * width, width, 0, 0};
        return new StandIn(all, Simd.LANES, pixels, new int[] {1, 0, 1, 0, count}, width, kind, StandInFinish.NOTHING);
    }

    /** Returns this for a kernel that computes each channel by itself, in tiles of one vector. */
    public StandIn depthwise() {
        return with(vectors, lanes, Kind.DEPTHWISE, finish);
    }

    private StandIn with(StandInFinish other) {
        return with(vectors, lanes, kind, other);
    }

    private StandIn with(int otherVectors, int otherLanes, Kind other, StandInFinish next) {
        return new StandIn(
                new int[] {rows, cols, otherVectors, unroll},
                otherLanes,
                new int[] {xRow, xCol, yRow, yCol, rRow, rCol},
                new int[] {n2, s2, n1, s1, n0},
                channels,
                other,
                next);
    }

    /** Returns this with a last vector of half the lanes, 8 at most: the same numbers in the same order. */
    public StandIn withHalfVector() {
        int half = Simd.halfLanes();
        int all = ((vectors - 1) * lanes + half) / half;
        return with(all, half, kind, finish);
    }

    /**
     * Returns this with a relu behind, if {@link Simd#MIN_MAX}.
     *
     * @param slope what negative sums are multiplied by, 0 to 1
     * @param most the largest result
     */
    public StandIn relu(float slope, float most) {
        return with(finish.relu(slope, most));
    }

    /**
     * Returns this with {@code clip(slope·v + 0.5, 0, 1)} behind, if {@link Simd#MIN_MAX}.
     *
     * @param slope how steep it is
     */
    public StandIn hardSigmoid(float slope) {
        return with(finish.gate(slope, false));
    }

    /** Returns this with {@code v·clip(v/6 + 0.5, 0, 1)} behind, if {@link Simd#MIN_MAX}. */
    public StandIn hardSwish() {
        return with(finish.gate(1f / 6, true));
    }

    /**
     * Returns this with a multiply-add of each channel behind all that was asked for, if {@link Simd#MIN_MAX}.
     *
     * @param shift where the shifts lie behind the scales
     */
    public StandIn scaled(int shift) {
        return with(finish.scaled(shift));
    }

    /** Returns whether the kernel is compiled, so that nothing needs to stand in for it. */
    public boolean isOver() {
        return over;
    }

    /** Makes {@link #isOver} true for ever. Threads that see it later compute the same meanwhile. */
    void end() {
        over = true;
    }

    /** Returns true for the first caller, who is to see to the kernel's compilation. */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    /**
     * Computes a tile.
     *
     * @param s the scratch memory
     * @param w the weights
     * @param x offset of what the first pixel reads first
     * @param y offset of the first pixel's first channel of the result
     * @param r offset of what is added there, -1 for nothing
     * @param k offset of the weights
     * @param b offset of the bias of the first channel
     * @param e offset of the scale of the first channel, if it {@link #scaled scales}
     */
    public void tile(float[] s, float[] w, int x, int y, int r, int k, int b, int e) {
        tile(s, w, x, y, r, k, b, e, cols);
    }

    /**
     * Computes a tile of one row that may go on in the next row of the image. Its distances of rows are how much farther the
     * first pixel there is than the next one of a row.
     *
     * @param next the first column that is in the next row, at least the number of columns if none is
     */
    public void tile(float[] s, float[] w, int x, int y, int r, int k, int b, int e, int next) {
        if (depthwise) {
            ScalarTile.depthwise(this, s, w, x, y, r, k, b, e);
        } else if (VectorTile.Switch.KERNEL.isReady() && isVectorizable()) {
            VectorTile.matrix(this, s, w, x, y, r, k, b, next);
        } else {
            ScalarTile.matrix(this, s, w, x, y, r, k, b, e, next);
        }
    }

    boolean isVectorizable() {
        return !depthwise && lanes == Simd.LANES && unroll == 1 && n2 * n1 * n0 > 0 && finish.clips();
    }

    /** Returns about how many vector operations the kernel takes for a tile. */
    int operations() {
        int ofPixel = depthwise ? n2 * n1 * rounds() : vectors * n2 * n1 * n0;
        return rows * cols * Math.max(vectors, ofPixel);
    }

    /** Returns about how often the kernel's loops go round for a tile. */
    int rounds() {
        return depthwise ? (n0 + lanes - 1) / lanes : Math.max(1, n2 * n1 * n0 / unroll);
    }
}
