package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Window;
import java.util.List;

/**
 * A 3×3 convolution computed by Winograd's F(4×4, 3×3): a quarter of the multiplications, for maps of what is read and of
 * what is written. Or by F(2×2, 3×3): four ninths of them, of less than half as many mapped weights.
 *
 * @param size rows and columns of results of a tile, 4 or 2
 * @param tiles tiles of the whole image
 * @param chunk tiles that are mapped, multiplied and mapped back at a time
 */
public record Winograd(int size, int tiles, int chunk) {

    private static final int LARGE = 4;
    private static final int SMALL = 2;

    private static final int WIDEST = 16;

    /** Tiles in a chunk, about: as many as share what is read of the weights, few enough for their maps to stay cached. */
    private static final int CHUNK = 56;

    /** Cycles to map a vector of channels of what a tile reads, and of its products, for each position; estimated. */
    private static final double MAP_INPUT = 5.3;

    private static final double MAP_OUTPUT = 4.2;

    /** Bytes a cycle that weights arrive at from the last-level cache, and from beyond; estimated. */
    private static final double CACHED = 16;

    private static final double UNCACHED = 6;

    /** Bytes of weights that the caches of a core, and all caches, hold. */
    private static final double OWN_CACHE = 1 << 20;

    private static final double LAST_CACHE = 24 << 20;

    /** How much faster it must look than the direct way. */
    private static final double GAIN = 0.8;

    /** Returns how to compute a contraction so, null if that is impossible or does not pay. */
    static Winograd choose(Linear op, Contraction contraction) {
        if (!applies(op, contraction)) {
            return null;
        }
        Winograd large = choose(LARGE, contraction);
        return large != null ? large : choose(SMALL, contraction);
    }

    private static Winograd choose(int size, Contraction contraction) {
        Contraction.Pixels pixels = contraction.pixels();
        if (pixels.rows() < size || pixels.cols() < size) {
            return null;
        }
        int tiles = ceil(pixels.rows(), size) * ceil(pixels.cols(), size);
        int chunk = ceil(tiles, ceil(tiles, CHUNK));
        Winograd winograd = new Winograd(size, tiles, chunk);
        return winograd.cycles(contraction) < GAIN * direct(contraction) ? winograd : null;
    }

    /** Returns the products of a tile for one input and one output channel. */
    public int products() {
        return (size + 2) * (size + 2);
    }

    private static boolean applies(Linear op, Contraction contraction) {
        if (!(op instanceof Convolution convolution) || convolution.groups() > 1) {
            return false;
        }
        Window window = convolution.window();
        return window.rows() == 3
                && window.cols() == 3
                && window.strideRows() == 1
                && window.strideCols() == 1
                && window.dilationRows() == 1
                && window.dilationCols() == 1
                && contraction.inputs() >= WIDEST
                && contraction.outputs() >= WIDEST;
    }

    private double cycles(Contraction contraction) {
        int in = ceil(contraction.inputs(), WIDEST);
        int out = ceil(contraction.outputs(), WIDEST);
        double products = (double) products() * tiles * contraction.inputs() * out / 2;
        double maps = (double) products() * tiles * (in * MAP_INPUT + out * MAP_OUTPUT);
        double bytes = (double) products() * contraction.inputs() * out * WIDEST * Float.BYTES;
        return products / 0.85 + maps + ceil(tiles, chunk) * reading(bytes);
    }

    private static double direct(Contraction contraction) {
        int out = ceil(contraction.outputs(), WIDEST);
        double products = (double) contraction.depth() * contraction.pixels().count() * out / 2;
        return products / 0.9 + reading((double) contraction.depth() * out * WIDEST * Float.BYTES);
    }

    private static double reading(double bytes) {
        return bytes > LAST_CACHE ? bytes / UNCACHED : bytes > OWN_CACHE ? bytes / CACHED : 0;
    }

    /** Returns the multiplications of one position of the window with all tiles of a chunk, as a contraction. */
    Contraction products(Contraction contraction) {
        int inputs = contraction.inputs();
        Contraction.Pixels pixels = new Contraction.Pixels(1, chunk, 0, inputs, 0, 0, 0, 0);
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
                contraction.outputs(),
                Contraction.Taps.all(1),
                Contraction.Taps.all(1));
    }

    private static int ceil(int n, int d) {
        return (n + d - 1) / d;
    }

    @Override
    public String toString() {
        return "Winograd " + size + "x" + size + ", " + chunk + " of " + tiles + " tiles at a time";
    }
}
