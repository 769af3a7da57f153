package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Linear;

/**
 * How one contraction is computed with one budget of registers.
 *
 * @param tile what stays in registers
 * @param blocks what stays in the cache, null where all weights do
 * @param winograd the tiles of Winograd's convolution, null for the direct way
 * @param slides whether a depthwise kernel goes down strips of columns, which are the tiles: see {@link Sliding}
 * @param joinsRows whether a tile may begin in one row of pixels and end in the next
 */
public record Schedule(Tile tile, Blocks blocks, Winograd winograd, boolean slides, boolean joinsRows) {

    /** Part of the time that joining rows has to save: where tiles fit rows well, code without jumps is simpler. */
    private static final double LEAST_GAIN = 0.02;

    /**
     * Returns the schedule of a contraction.
     *
     * @param op what it is part of
     * @param operations vector operations for each sum: see {@link Tiles#operations}
     * @param bands how many bands of rows it is computed in: see {@link Bands}
     */
    public static Schedule choose(
            Linear op, Contraction contraction, Registers registers, double operations, int bands) {
        if (contraction.depthwise()) {
            return Sliding.applies(contraction)
                    ? new Schedule(Sliding.tile(contraction, registers, bands, operations), null, null, true, false)
                    : direct(DepthwiseTiles.choose(contraction, registers, operations));
        }
        Winograd winograd = Winograd.choose(op, contraction);
        if (winograd != null) {
            Contraction products = winograd.products(contraction);
            Tile tile = Tiles.choose(products, registers, Tiles.SUM_OPERATIONS);
            return new Schedule(tile, Blocks.pieces(products, tile, registers), winograd, false, false);
        }
        boolean residual = op.epilogue().residual();
        Schedule inRows = matrix(contraction, registers, operations, residual);
        if (!contraction.canJoinRows()) {
            return inRows;
        }
        Contraction joined = contraction.withJoinedRows();
        Schedule across = matrix(joined, registers, operations, residual);
        double cycles = Tiles.cycles(contraction, inRows.tile, registers);
        return Tiles.cycles(joined, across.tile, registers) < (1 - LEAST_GAIN) * cycles ? across : inRows;
    }

    private static Schedule matrix(Contraction contraction, Registers registers, double operations, boolean residual) {
        Tile whole = Tiles.choose(contraction, registers, operations);
        boolean joinsRows = contraction.pixels().isJoined();
        if (!Blocks.isUncut(contraction, whole, registers)) {
            Tile blocked = Tiles.choose(contraction, registers, Tiles.SUM_OPERATIONS);
            Blocks blocks = Blocks.choose(contraction, blocked, registers);
            if (blocks != null) {
                return new Schedule(blocked, blocks, null, false, joinsRows);
            }
        }
        Tile tile = Tiles.sideBySide(contraction, whole, registers);
        Tile best = HalfVectors.choose(contraction, tile, registers, operations, residual);
        return new Schedule(best, null, null, false, joinsRows);
    }

    /**
     * Returns the schedule of a dense layer of several samples, which are its pixels. Its panels of weights are those of
     * {@link #choose} for one of them, since both read the same weights.
     */
    public static Schedule ofSamples(Linear op, Contraction samples, Registers registers, double operations) {
        int vectors = choose(op, samples.ofOnePixel(), registers, operations, 1)
                .tile()
                .vectors();
        Tile blocked = Tiles.choose(samples, registers, Tiles.SUM_OPERATIONS, vectors);
        Blocks blocks = Blocks.choose(samples, blocked, registers);
        return blocks == null
                ? direct(Tiles.choose(samples, registers, operations, vectors))
                : blocked(blocked, blocks);
    }

    /** Returns the floats that the weights of a group take, in any of the orders that they may be packed in. */
    public static int packedFloats(Contraction contraction, Schedule wide, Schedule narrow) {
        int outputs = contraction.outputs();
        if (wide.winograd != null) {
            return Tiles.packedFloats(outputs, wide.winograd.products() * contraction.inputs(), wide.tile, narrow.tile);
        }
        return Tiles.packedFloats(outputs, contraction.depth(), wide.tile, narrow.tile);
    }

    private static Schedule direct(Tile tile) {
        return new Schedule(tile, null, null, false, false);
    }

    private static Schedule blocked(Tile tile, Blocks blocks) {
        return new Schedule(tile, blocks, null, false, false);
    }

    /** Returns a contraction as the tiles see it. */
    public Contraction seen(Contraction contraction) {
        return joinsRows ? contraction.withJoinedRows() : contraction;
    }

    /** Returns whether sums go through a work area. */
    public boolean isBlocked() {
        return blocks != null;
    }

    @Override
    public String toString() {
        if (winograd != null) {
            return winograd + ", " + tile;
        }
        if (slides) {
            return tile + ", sliding down";
        }
        return tile + (joinsRows ? ", across ends of rows" : "") + (isBlocked() ? ", " + blocks : "");
    }
}
