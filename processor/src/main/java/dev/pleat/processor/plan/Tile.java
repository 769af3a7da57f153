package dev.pleat.processor.plan;

/**
 * What one call of a micro-kernel computes: {@code rows × cols} pixels of {@code panels} panels of {@code vectors} vectors
 * of channels, all sums in registers.
 *
 * @param vectors vectors of a panel: the channels whose weights lie behind each other for every number
 * @param unroll how many numbers of the innermost loop are multiplied at once, into sums of their own; more than 1 only
 *     where there are too few sums to hide the latency of a multiply-add
 * @param panels 2 if one pixel is multiplied by two panels of weights side by side. Their weights are read once only, so
 *     caches decide how fast, and two streams of reads keep those busier than one (ADR 17).
 * @param half whether the last vector of a panel has half of the lanes: 24 channels are one and a half of 16 lanes
 */
public record Tile(int rows, int cols, int vectors, int unroll, int panels, boolean half) {

    /** The most lanes of half a vector. */
    public static final int HALF = 8;

    /** One panel at a time, of whole vectors. */
    Tile(int rows, int cols, int vectors, int unroll) {
        this(rows, cols, vectors, unroll, 1, false);
    }

    /** Returns the channels of a panel of vectors with so many lanes. */
    int width(int lanes) {
        return half ? (vectors - 1) * lanes + Math.min(HALF, lanes) : vectors * lanes;
    }

    /** Returns the number of pixels. */
    public int pixels() {
        return rows * cols;
    }

    @Override
    public String toString() {
        String width = half ? vectors - 1 + "½ vectors" : vectors + (vectors == 1 ? " vector" : " vectors");
        return rows + "×" + cols + " pixels × " + (panels > 1 ? panels + " panels × " : "") + width
                + (unroll > 1 ? " × " + unroll : "");
    }
}
