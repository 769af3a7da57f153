package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Linear;
import java.util.List;

/**
 * A 1×1 convolution computed by Strassen's multiplication of matrices of 2×2 blocks, in Winograd's form: seven eighths of
 * the multiplications, for sums of what is read and of products. Pixels are taken in pairs, and the channels of both sides
 * are halved.
 *
 * @param pairs pairs of pixels of the whole image
 * @param chunk pairs that are added up and multiplied at a time
 */
public record Strassen(int pairs, int chunk) {

    /** Products of blocks. */
    public static final int PRODUCTS = 7;

    private static final int WIDEST = 16;

    /** Bytes of the sums of what is read in a chunk: they stay in a second-level cache, beside weights. */
    private static final int CACHED = 384 << 10;

    /** Fewest pairs in a chunk: they share what is read of the weights. */
    private static final int FEWEST = 64;

    /** Cycles to add up a vector of what is read, and of products; estimated. */
    private static final double ADD = 5;

    /** Bytes a cycle that weights arrive at from beyond the second-level cache; estimated. */
    private static final double UNCACHED = 64;

    private static final double OWN_CACHE = 1 << 20;

    /** How much faster it must look than the direct way. */
    private static final double GAIN = 0.96;

    /** Returns how to compute a contraction so, null if that is impossible or does not pay. */
    static Strassen choose(Linear op, Contraction contraction) {
        if (!applies(op, contraction)) {
            return null;
        }
        int pairs = ceil(contraction.pixels().count(), 2);
        int most = Math.max(FEWEST, CACHED / (PRODUCTS * contraction.depth() / 2 * Float.BYTES));
        Strassen strassen = new Strassen(pairs, ceil(pairs, ceil(pairs, most)));
        return strassen.cycles(contraction) < GAIN * direct(contraction) ? strassen : null;
    }

    private static boolean applies(Linear op, Contraction contraction) {
        return op instanceof Convolution
                && contraction.groups() == 1
                && contraction.depth() == contraction.inputs()
                && contraction.inputs() % 2 == 0
                && contraction.outputs() % 2 == 0
                && contraction.inputs() >= 2 * WIDEST
                && contraction.outputs() >= 2 * WIDEST
                && contraction.pixels().count() >= 2 * FEWEST;
    }

    private double cycles(Contraction contraction) {
        int in = ceil(contraction.inputs(), WIDEST);
        int out = ceil(contraction.outputs(), WIDEST);
        double products =
                (double) PRODUCTS * pairs * (contraction.inputs() / 2.0) * ceil(contraction.outputs() / 2, WIDEST) / 2;
        double sums = 2.0 * pairs * (in + out) * ADD;
        return products / 0.92 + sums + ceil(pairs, chunk) * reading(PRODUCTS / 4.0 * weights(contraction));
    }

    private static double direct(Contraction contraction) {
        int out = ceil(contraction.outputs(), WIDEST);
        double products = (double) contraction.depth() * contraction.pixels().count() * out / 2;
        return products / 0.92 + reading(weights(contraction));
    }

    private static double weights(Contraction contraction) {
        return (double) contraction.inputs() * contraction.outputs() * Float.BYTES;
    }

    private static double reading(double bytes) {
        return bytes > OWN_CACHE ? bytes / UNCACHED : 0;
    }

    /** Returns the multiplications of one product of blocks, for the pairs of a chunk, as a contraction. */
    Contraction products(Contraction contraction) {
        int inputs = contraction.inputs() / 2;
        Contraction.Pixels pixels = new Contraction.Pixels(1, chunk, 0, pitch(contraction), 0, 0, 0, 0);
        List<Contraction.Loop> reduction =
                List.of(new Contraction.Loop(1, 0), new Contraction.Loop(1, 0), new Contraction.Loop(inputs, 1));
        return new Contraction(
                0,
                0,
                -1,
                pixels,
                reduction,
                1,
                inputs,
                contraction.outputs() / 2,
                Contraction.Taps.all(1),
                Contraction.Taps.all(1));
    }

    /**
     * Returns how far the sums of one pair are from those of the next: whole cache lines, an odd number of them, so that
     * pairs do not compete for sets of a cache.
     */
    public static int pitch(Contraction contraction) {
        int lines = ceil(contraction.inputs() / 2, WIDEST);
        return (lines % 2 == 0 ? lines + 1 : lines) * WIDEST;
    }

    private static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }

    @Override
    public String toString() {
        return "Strassen, " + chunk + " of " + pairs + " pairs of pixels at a time";
    }
}
