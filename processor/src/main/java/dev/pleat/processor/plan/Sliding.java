package dev.pleat.processor.plan;

import dev.pleat.processor.plan.Contraction.Loop;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a depthwise convolution is computed that goes down an image: the weights of its window stay in registers, and the
 * sums of all rows of results that a row of the input contributes to. Each number is read once for a strip of columns.
 *
 * @param steps rows of taps from one row of results to the next
 * @param sums of how many rows of results there are sums at a time
 * @param columns distances, in floats, of the columns that a strip reads
 */
public record Sliding(int steps, int sums, Set<Integer> columns) {

    /** Windows whose weights fit the registers beside the sums. */
    private static final int MOST_TAPS = 9;

    /** Multiply-adds that a kernel spells out, before its loop and in it: see {@link Tiles}. */
    private static final int MOST_MULTIPLICATIONS = 54;

    /** Registers for numbers, the bias and bounds. */
    private static final int OTHERS = 6;

    private static final int FEWEST_ROWS = 3;

    /**
     * Rows of a strip where what is read and written does not stay in the first caches. HotSpot spells two rows out, so that
     * each load goes through the channels of one pixel, which the processor fetches ahead; a load in a loop over rows jumps
     * from row to row (ADR 18).
     */
    private static final int ROWS_APART = 2;

    /** Bytes that are read and written, from which on strips have few rows. */
    private static final int LARGE_WIDE = 300 << 10;

    private static final int LARGE_NARROW = 400 << 10;

    /** Images of so many rows are cut into bands, so that threads divide them by rows, as they do what comes before. */
    private static final int BANDED_ROWS = 8;

    private static final int MANY_ROWS = 28;

    /** What a strip costs beside its loop, in multiply-adds. */
    private static final int CALL = 30;

    /** Returns whether a contraction can be computed so. */
    static boolean applies(Contraction contraction) {
        Loop rows = contraction.reduction().get(0);
        return contraction.depthwise()
                && contraction.depth() > 1
                && contraction.depth() <= MOST_TAPS
                && contraction.pixels().rows() >= FEWEST_ROWS
                && contraction.pixels().xRow() % rows.stride() == 0;
    }

    /**
     * Returns the strip of columns that computes a contraction in the fewest cycles, and its rows.
     *
     * @param bands the fewest bands of rows
     * @param operations vector operations for each sum: see {@link Tiles#operations}
     */
    static Tile tile(Contraction contraction, Registers registers, int bands, double operations) {
        int rows = rows(contraction.pixels(), registers, bands);
        int cols = contraction.pixels().cols();
        Tile best = null;
        long least = Long.MAX_VALUE;
        for (int width = 1; width <= Math.min(widest(contraction, registers), cols); width++) {
            Tile tile = new Tile(rows, width, 1, 1);
            if (width > 1 && !isCompiled(contraction, tile, operations)) {
                break;
            }
            int reads = of(contraction, tile).columns().size();
            int strips = (cols + width - 1) / width;
            long cost = strips * (CALL + (long) rows * (contraction.depth() * width + reads + width));
            if (cost < least) {
                least = cost;
                best = tile;
            }
        }
        return best;
    }

    private static boolean isCompiled(Contraction contraction, Tile tile, double operations) {
        Sliding sliding = of(contraction, tile);
        int loads = 1 + sliding.loads(contraction);
        return FirstCompiler.takes(loads, 0, sliding.multiplications(contraction, tile), tile.cols(), operations);
    }

    /** Returns how many weights and numbers are loaded. */
    public int loads(Contraction contraction) {
        return contraction.depth() + contraction.rowTaps().count() * columns.size();
    }

    /** Returns how many multiply-adds are spelled out. */
    public int multiplications(Contraction contraction, Tile tile) {
        int rows = 0;
        for (int row = 0; row < contraction.rowTaps().count(); row++) {
            rows += Math.min(sums, row / steps + 1);
        }
        return rows * contraction.reduction().get(1).count() * tile.cols();
    }

    private static int rows(Contraction.Pixels pixels, Registers registers, int bands) {
        long bytes = (long) pixels.rows() * (pixels.xRow() + pixels.yRow()) * Float.BYTES;
        int large = registers == Registers.WIDE ? LARGE_WIDE : LARGE_NARROW;
        boolean apart = bytes > large && pixels.rows() > FEWEST_ROWS;
        return apart ? ROWS_APART : band(pixels.rows(), bands);
    }

    private static int band(int rows, int fewest) {
        int bands = Math.max(fewest, rows >= MANY_ROWS ? 4 : rows >= BANDED_ROWS ? 2 : 1);
        return (rows + bands - 1) / bands;
    }

    private static int widest(Contraction contraction, Registers registers) {
        int taps = contraction.depth();
        int sums = sums(contraction);
        // With 16 registers weights are read from memory, as operands.
        int free = registers == Registers.WIDE ? registers.count() - OTHERS - taps : registers.count() - OTHERS;
        return Math.max(1, Math.min(free / sums, MOST_MULTIPLICATIONS / (2 * taps)));
    }

    /** Returns how the strips of a contraction are computed. */
    public static Sliding of(Contraction contraction, Tile tile) {
        Loop cols = contraction.reduction().get(1);
        Set<Integer> columns = new TreeSet<>();
        for (int pixel = 0; pixel < tile.cols(); pixel++) {
            for (int tap = 0; tap < cols.count(); tap++) {
                columns.add(pixel * contraction.pixels().xCol() + tap * cols.stride());
            }
        }
        return new Sliding(steps(contraction), sums(contraction), columns);
    }

    private static int steps(Contraction contraction) {
        return contraction.pixels().xRow() / contraction.reduction().get(0).stride();
    }

    private static int sums(Contraction contraction) {
        int steps = steps(contraction);
        return (contraction.rowTaps().count() + steps - 1) / steps;
    }
}
