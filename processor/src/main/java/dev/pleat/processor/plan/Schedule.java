package dev.pleat.processor.plan;

/**
 * How one contraction is computed with one budget of registers.
 *
 * @param tile what stays in registers
 * @param blocks what stays in the cache, null where all weights do
 */
public record Schedule(Tile tile, Blocks blocks) {

    /**
     * Returns the schedule of a contraction.
     *
     * @param operations vector operations for each sum: see {@link Tiles#operations}
     */
    public static Schedule choose(Contraction contraction, Registers registers, double operations) {
        if (contraction.depthwise()) {
            return new Schedule(Tiles.chooseDepthwise(contraction, registers), null);
        }
        Tile blocked = Tiles.choose(contraction, registers, Tiles.SUM_OPERATIONS);
        Blocks blocks = Blocks.choose(contraction, blocked, registers);
        return blocks == null
                ? new Schedule(Tiles.choose(contraction, registers, operations), null)
                : new Schedule(blocked, blocks);
    }

    /** Returns whether sums go through a work area. */
    public boolean isBlocked() {
        return blocks != null;
    }

    @Override
    public String toString() {
        return isBlocked() ? tile + ", " + blocks : tile.toString();
    }
}
