package dev.pleat.processor.plan;

import java.util.HashSet;
import java.util.Set;

/**
 * Chooses the tile that computes a contraction in the fewest cycles, as a core with two multiply-adds and two loads a
 * cycle would: a tile of {@code p} pixels and {@code v} vectors multiplies {@code p·v} times for {@code p + v} loads.
 */
public final class Tiles {

    /** Multiply-adds in flight that hide their latency: four cycles, two a cycle. */
    static final int IN_FLIGHT = 8;

    /** How many vector operations a kernel may have: see {@link FirstCompiler}. */
    private static final int MAX_OPERATIONS = 120;

    /**
     * What each sum of a kernel that only adds to sums counts for: a load, a multiply-add, a store, and as much again,
     * since kernels near the limit are compiled well only by chance (ADR 9).
     */
    static final double SUM_OPERATIONS = 7;

    /**
     * With more, one pixel of a dense layer is no faster than with four and two sums each, and the panels of weights,
     * which batches share, would leave registers for one pixel only (ADR 13).
     */
    static final int MAX_VECTORS = 4;

    /** Numbers of a row from which on a kernel of 16 registers multiplies two in each round. */
    private static final int LONG_LOOP = 8;

    /**
     * The same for 32 registers, in kernels that only add to sums: of fewer numbers, one a round is as fast. Others may
     * have so many sums that with two numbers HotSpot 17 boxed them in some JVMs (ADR 8, point 12).
     */
    private static final int LONG_LOOP_OF_SUMS = 96;

    /** The same as {@link #LONG_LOOP} for the numbers of all rows. */
    private static final int DEEP = 20;

    /** Pixels of a tile one vector wide: with 24, HotSpot 17 took twice as long as with 16. */
    private static final int MAX_PIXELS_OF_ONE_VECTOR = 16;

    /** The same for two numbers a round and 16 registers: with 8, HotSpot 17 keeps sums in memory. */
    private static final int MAX_PIXELS_OF_TWO_NUMBERS = 6;

    /** Cycles that checks of offsets take in a round of one number, with 16 registers. */
    private static final double CHECKS = 2;

    /** The same for each number of two, if offsets are multiples of three vectors: of others, C2 hoists the checks. */
    private static final double CHECKS_OF_THIRDS = 1.3;

    /** Cycles that a vector of weights takes with 32 registers, beside its load: it often comes from the next cache. */
    private static final double WEIGHTS = 0.1;

    /** What calling a tile costs beside its loop, in cycles. */
    private static final double CALL = 30;

    /** Sets of a first-level cache; there are 8 to 12 lines in each. */
    private static final int SETS = 64;

    private static final int FLOATS_IN_LINE = 16;

    /** Lines of a set that pixels may take, beside weights and sums. */
    private static final int FREE_WAYS = 6;

    /** What each line beyond that costs. */
    private static final double CONFLICT = 0.05;

    /** What decides between tiles that are equal but for their shape: a row more is a line more to fetch. */
    private static final double NEXT_ROW = 0.5;

    /** What a pixel costs of which it is open in which row it is. */
    private static final double JOINT = 1;

    private Tiles() {}

    /**
     * Returns the tile of a dense layer or convolution.
     *
     * @param operations vector operations for each sum: see {@link #operations}
     */
    public static Tile choose(Contraction contraction, Registers registers, double operations) {
        int lanes = registers.lanes(contraction.outputs());
        int all = ceil(contraction.outputs(), lanes);
        return choose(contraction, registers, operations, 1, Math.min(all, MAX_VECTORS));
    }

    /** Returns a tile with two panels side by side if it is one pixel's and there are several. */
    static Tile sideBySide(Contraction contraction, Tile tile, Registers registers) {
        int all = ceil(contraction.outputs(), tile.vectors() * registers.lanes(contraction.outputs()));
        if (contraction.pixels().count() > 1 || all == 1) {
            return tile;
        }
        int sums = 2 * tile.vectors();
        return new Tile(1, 1, tile.vectors(), unroll(contraction, sums), 2, false);
    }

    /** Returns the tile whose panels of weights have a given number of vectors. */
    static Tile choose(Contraction contraction, Registers registers, double operations, int vectors) {
        return choose(contraction, registers, operations, vectors, vectors);
    }

    private static Tile choose(
            Contraction contraction, Registers registers, double operations, int fewestVectors, int mostVectors) {
        Tile best = null;
        double least = Double.MAX_VALUE;
        for (int vectors = fewestVectors; vectors <= mostVectors; vectors++) {
            int most = mostPixels(contraction, registers, operations, vectors);
            for (int cols = 1; cols <= Math.min(most, contraction.pixels().mostCols()); cols++) {
                for (int rows = 1;
                        rows * cols <= most && rows <= contraction.pixels().rows();
                        rows++) {
                    Tile tile = new Tile(rows, cols, vectors, unroll(contraction, rows * cols * vectors));
                    double cycles = cycles(contraction, tile, registers);
                    if (cycles < least) {
                        least = cycles;
                        best = tile;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Returns what each sum of a kernel counts for: a multiply-add and a store, as much again as a margin (ADR 9), and
     * what happens before and after.
     *
     * @param finish what is done with a sum before it is stored
     */
    public static double operations(boolean residual, double finish) {
        return 6 + (residual ? 2.5 : 0) + finish;
    }

    private static int unroll(Contraction contraction, int sums) {
        int inner = contraction.reduction().get(2).count();
        int enough = contraction.pixels().count() == 1 ? IN_FLIGHT : IN_FLIGHT / 2;
        return sums >= enough ? 1 : Math.max(1, Math.min(IN_FLIGHT / sums, inner));
    }

    /** Returns how many pixels a tile may have. */
    static int mostPixels(Contraction contraction, Registers registers, double operations, int vectors) {
        int numbers = numbersPerRound(registers, contraction);
        int spare = 2 * numbers;
        int most = Math.min((int) (MAX_OPERATIONS / operations), registers.count() - vectors - spare) / vectors;
        int ofOneVector = numbers > 1 ? MAX_PIXELS_OF_TWO_NUMBERS : MAX_PIXELS_OF_ONE_VECTOR;
        return vectors == 1 ? Math.min(most, ofOneVector) : most;
    }

    /** Returns about how many cycles a contraction takes with a tile. */
    static double cycles(Contraction contraction, Tile tile, Registers registers) {
        int lanes = registers.lanes(contraction.outputs());
        double vectors = (double) tile.width(lanes) / lanes;
        double sums = tile.pixels() * vectors;
        double step = step(contraction, tile, sums, tile.pixels() + vectors, registers);
        long tiles = (long) ceil(contraction.outputs(), tile.width(lanes))
                * ceil(contraction.pixels().rows(), tile.rows())
                * ceil(contraction.pixels().cols(), tile.cols());
        double conflicts = Math.max(0, mostInOneSet(contraction.pixels(), tile) - FREE_WAYS);
        double joints = contraction.pixels().isJoined() ? JOINT * tile.pixels() : 0;
        double around = CALL + sums + NEXT_ROW * tile.rows() + joints;
        return tiles * (around + contraction.depth() * step * (1 + CONFLICT * conflicts));
    }

    /** Returns the cycles that one number of each pixel takes. */
    private static double step(Contraction contraction, Tile tile, double sums, double loads, Registers registers) {
        double latency = IN_FLIGHT / 2.0;
        boolean pairs = tile.unroll() == 1 && numbersPerRound(registers, contraction) > 1;
        if (pairs) {
            // Where sums hardly hide the latency of multiply-adds, whatever comes between adds to it: ADR 8, point 11.
            double both = Math.cbrt(Math.pow(latency, 3) + Math.pow(sums / 2, 3));
            return both + (tile.vectors() == 3 ? CHECKS_OF_THIRDS : 0);
        }
        double checks = registers == Registers.NARROW ? CHECKS / tile.unroll() : 0;
        double weights = registers == Registers.WIDE ? WEIGHTS * tile.vectors() : 0;
        return Math.max(Math.max(sums, loads) / 2, latency / tile.unroll()) + checks + weights;
    }

    /**
     * Returns how many lines of a tile's pixels compete for one set of the first-level cache: those whose distance is a
     * multiple of 4 KB.
     */
    private static int mostInOneSet(Contraction.Pixels pixels, Tile tile) {
        int[] counts = new int[SETS];
        Set<Integer> lines = new HashSet<>();
        int most = 0;
        for (int row = 0; row < tile.rows(); row++) {
            for (int col = 0; col < tile.cols(); col++) {
                int line = (row * pixels.xRow() + col * pixels.xCol()) / FLOATS_IN_LINE;
                if (lines.add(line)) {
                    most = Math.max(most, ++counts[line % SETS]);
                }
            }
        }
        return most;
    }

    /**
     * Returns how many numbers of a pixel a kernel multiplies in each round of its innermost loop. With HotSpot 17, counting
     * and checking take some 20 instructions a round, as many as a tile of 16 registers has else (ADR 8, points 10 and 11).
     *
     * @param count how many numbers there are
     * @param depth how many the kernel multiplies in all
     */
    public static int numbersPerRound(Registers registers, int count, int depth) {
        if (registers == Registers.WIDE) {
            return 1;
        }
        if (count == 3) {
            return 3;
        }
        return count >= LONG_LOOP && depth >= DEEP ? 2 : 1;
    }

    /** Returns the same for a kernel that only adds to sums. */
    public static int numbersPerRoundOfSums(Registers registers, int count) {
        if (registers == Registers.WIDE) {
            return count >= LONG_LOOP_OF_SUMS ? 2 : 1;
        }
        return numbersPerRound(registers, count, count);
    }

    private static int numbersPerRound(Registers registers, Contraction contraction) {
        int count = contraction.reduction().get(2).count();
        return numbersPerRound(registers, count, contraction.depth());
    }

    /**
     * Returns the floats that the packed weights of one group take, with whatever lanes the class finds when it is
     * loaded, and in the order of the scalar kernel.
     */
    public static int packedFloats(int outputs, int depth, Tile wide, Tile narrow) {
        int most = outputs;
        for (int lanes = 2; lanes <= 16; lanes *= 2) {
            int channels = Math.min(Integer.highestOneBit(outputs), lanes);
            most = Math.max(most, padded(outputs, wide.width(channels)));
            most = Math.max(most, padded(outputs, narrow.width(channels)));
        }
        return Math.multiplyExact(most, depth);
    }

    private static int padded(int outputs, int width) {
        return ceil(outputs, width) * width;
    }

    static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }
}
