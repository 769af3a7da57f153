package dev.pleat.processor.plan;

import dev.pleat.processor.plan.Contraction.Loop;
import java.util.HashSet;
import java.util.Set;

/** Chooses the tiles of depthwise convolutions that do not go down an image, and which of their taps are spelled out. */
public final class DepthwiseTiles {

    /** Taps that a kernel may spell out for two pixels, which share none of their numbers: see {@link FirstCompiler}. */
    private static final int MOST_TAPS = 13;

    private DepthwiseTiles() {}

    /** Returns whether a kernel spells out all its taps, not those of a row only. */
    public static boolean spellsRows(Contraction contraction) {
        return contraction.depth() <= MOST_TAPS;
    }

    /** Returns whether a kernel spells out the taps of a row. */
    public static boolean spellsCols(Contraction contraction) {
        return contraction.reduction().get(1).count() <= MOST_TAPS;
    }

    /** Returns how many taps are spelled out. */
    public static int spelled(Contraction contraction) {
        return rows(contraction) * cols(contraction);
    }

    /** Returns of how many rows taps are spelled out: of all, or of one at a time. */
    public static int rows(Contraction contraction) {
        return spellsRows(contraction) ? contraction.reduction().get(0).count() : 1;
    }

    /** Returns how many taps of a row are spelled out. */
    public static int cols(Contraction contraction) {
        return spellsCols(contraction) ? contraction.reduction().get(1).count() : 1;
    }

    /** Returns how many numbers the taps that are spelled out read: windows of neighbouring pixels share some. */
    public static int numbers(Contraction contraction, Tile tile) {
        Loop rowTaps = contraction.reduction().get(0);
        Loop colTaps = contraction.reduction().get(1);
        Set<Integer> offsets = new HashSet<>();
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            int at = pixel / tile.cols() * contraction.pixels().xRow()
                    + pixel % tile.cols() * contraction.pixels().xCol();
            for (int row = 0; row < rows(contraction); row++) {
                for (int col = 0; col < cols(contraction); col++) {
                    offsets.add(at + row * rowTaps.stride() + col * colTaps.stride());
                }
            }
        }
        return offsets.size();
    }

    /**
     * Returns the tile, which has one vector of channels at a time.
     *
     * @param operations vector operations for each sum: see {@link Tiles#operations}
     */
    static Tile choose(Contraction contraction, Registers registers, double operations) {
        int most = registers == Registers.WIDE ? 8 : 6;
        Tile best = new Tile(1, 1, 1, 1);
        double least = cost(contraction, best);
        for (int cols = 1; cols <= Math.min(most, contraction.pixels().cols()); cols++) {
            for (int rows = 1;
                    rows * cols <= most && rows <= contraction.pixels().rows();
                    rows++) {
                Tile tile = new Tile(rows, cols, 1, 1);
                double cost = cost(contraction, tile);
                if (cost < least && isCompiled(contraction, tile, operations)) {
                    least = cost;
                    best = tile;
                }
            }
        }
        return best;
    }

    private static double cost(Contraction contraction, Tile tile) {
        long tiles = (long) Tiles.ceil(contraction.pixels().rows(), tile.rows())
                * Tiles.ceil(contraction.pixels().cols(), tile.cols());
        return tiles * (6.0 + contraction.depth() * Math.max(tile.pixels(), 4));
    }

    private static boolean isCompiled(Contraction contraction, Tile tile, double operations) {
        int taps = spelled(contraction);
        int loads = 1 + taps + numbers(contraction, tile);
        return FirstCompiler.takes(loads, 0, taps * tile.pixels(), tile.pixels(), operations);
    }
}
