package dev.pleat.processor.plan;

/**
 * Chooses tiles whose last vector is half as wide, where the channels are a multiple of such panels: 24 channels then take the
 * time of 24 and not of 32 on processors that compute half a vector in half the time (ADR 17).
 */
final class HalfVectors {

    /**
     * How many nodes HotSpot's second compiler may have when the half of a tile's last pixel is taken. At 18,000 it puts off
     * what else there is to inline; a vector whose half is taken behind that point is boxed (ADR 8).
     */
    private static final int MOST_NODES = 17_000;

    // What operations take at most, where vectors of other sizes are used too: from where C2 of JDK 17 began to put off
    // inlining in 50 kernels.
    private static final int NODES_OF_LOAD = 400;
    private static final int NODES_OF_BROADCAST = 200;
    private static final int NODES_OF_HALF = 430;
    private static final int NODES_OF_ADDITION = 530;

    private HalfVectors() {}

    /**
     * Returns such a tile if it takes fewer cycles.
     *
     * @param tile that of whole vectors
     * @param operations see {@link Tiles#operations}; activations in the tile are for whole vectors
     */
    static Tile choose(Contraction contraction, Tile tile, Registers registers, double operations, boolean residual) {
        int lanes = registers.lanes(contraction.outputs());
        boolean finished = operations > Tiles.operations(residual, 0);
        if (finished || lanes <= Tile.HALF || contraction.pixels().count() == 1 || tile.unroll() > 1) {
            return tile;
        }
        Tile best = tile;
        for (int vectors = 2; vectors <= Tiles.MAX_VECTORS; vectors++) {
            int most = Math.min(
                    Tiles.mostPixels(contraction, registers, operations, vectors), mostPixels(vectors, residual));
            for (int cols = 1; cols <= Math.min(most, contraction.pixels().mostCols()); cols++) {
                int rows = Math.min(most / cols, contraction.pixels().rows());
                Tile half = new Tile(rows, cols, vectors, 1, 1, true);
                boolean divides = contraction.outputs() % half.width(lanes) == 0;
                boolean hidesLatency = half.pixels() * vectors >= Tiles.IN_FLIGHT;
                if (divides && hidesLatency && isBetter(contraction, half, best, registers)) {
                    best = half;
                }
            }
        }
        return best;
    }

    /** Returns how many pixels a tile may have: their halves are taken before the first multiplication. */
    private static int mostPixels(int vectors, boolean residual) {
        int weightsAndBias = 2 * NODES_OF_LOAD * vectors;
        int added = residual ? (NODES_OF_LOAD + NODES_OF_ADDITION) * vectors : 0;
        return (MOST_NODES - weightsAndBias) / (added + NODES_OF_BROADCAST + NODES_OF_HALF);
    }

    private static boolean isBetter(Contraction contraction, Tile tile, Tile other, Registers registers) {
        return Tiles.cycles(contraction, tile, registers) < Tiles.cycles(contraction, other, registers);
    }
}
