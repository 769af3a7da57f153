package dev.pleat.processor.plan;

/**
 * What one call of a micro-kernel computes: {@code rows × cols} pixels of {@code vectors} vectors of channels, all sums in
 * registers.
 *
 * @param unroll how many numbers of the innermost loop are multiplied at once, into sums of their own; more than 1 only
 *     where there are too few sums to hide the latency of a multiply-add
 */
public record Tile(int rows, int cols, int vectors, int unroll) {

    /** Returns the number of pixels. */
    public int pixels() {
        return rows * cols;
    }

    @Override
    public String toString() {
        return rows + "×" + cols + " pixels × " + vectors + (vectors == 1 ? " vector" : " vectors")
                + (unroll > 1 ? " × " + unroll : "");
    }
}
