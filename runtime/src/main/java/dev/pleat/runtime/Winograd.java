package dev.pleat.runtime;

/**
 * Winograd's minimal filtering F(4×4, 3×3): 4×4 results of a 3×3 convolution from 6×6 numbers with 36 multiplications
 * instead of 144, after linear maps of the numbers, the weights and the products. And F(2×2, 3×3): 2×2 results from 4×4
 * numbers with 16 multiplications instead of 36, from mapped weights that are less than half as many.
 *
 * <p>Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015, with their points 0, ±1, ±2, ∞, and 0,
 * ±1, ∞. Results are rounded more than those of the direct way. Weights are mapped in double precision.
 *
 * <p>Where an image is no multiple of a tile, its last tiles overlap those before. Call {@link #input} and {@link #output}
 * only where {@link Simd#AVAILABLE} is true.
 */
public final class Winograd {
    /** Rows and columns of numbers that a tile reads, beyond those of results. */
    private static final int MORE = 2;

    private static final int LANES = Simd.LANES;

    private Winograd() {}

    /**
     * Returns the mapped weights.
     *
     * @param size rows and columns of results of a tile, 2 or 4
     * @param kernel {@code [3, 3, inputs, outputs]}, last dimension fastest
     * @param perTap inputs times outputs
     * @return {@code [(size + 2)²][inputs][outputs]}
     */
    public static float[] kernel(int size, float[] kernel, int perTap) {
        return size == 2 ? SmallWinogradWeights.map(kernel, perTap) : WinogradWeights.map(kernel, perTap);
    }

    /**
     * Maps what some tiles read: {@code [(size + 2)²][tile][channel]}.
     *
     * @param size rows and columns of results of a tile, 2 or 4
     * @param s the scratch memory
     * @param x offset of what the first tile reads first
     * @param xRow distance of rows; pixels lie one behind the other
     * @param channels channels of a pixel, at least {@link Simd#LANES}
     * @param v offset of the result
     * @param tiles tiles that have room there
     * @param t offset of {@code (size + 2)² * LANES} floats to use meanwhile
     * @param from the first of them to write
     * @param to the one behind the last to write
     * @param first the tile of the image that is the first there, counted along its rows; behind the last one, that one
     *     is repeated
     * @param rows rows of the image of results
     * @param cols its columns
     */
    public static void input(
            int size,
            float[] s,
            int x,
            int xRow,
            int channels,
            int v,
            int tiles,
            int t,
            int from,
            int to,
            int first,
            int rows,
            int cols) {
        int window = size + MORE;
        int perRow = (cols + size - 1) / size;
        int last = perRow * ((rows + size - 1) / size) - 1;
        int plane = tiles * channels;
        for (int i = from; i < to; i++) {
            int tile = Math.min(first + i, last);
            int row = Math.min(tile / perRow * size, rows - size);
            int col = Math.min(tile % perRow * size, cols - size);
            for (int n = 0; n < channels; n += LANES) {
                int c = Math.min(n, channels - LANES);
                int pixel = x + row * xRow + col * channels + c;
                WinogradMaps.input(size, s, pixel, channels, xRow, t, LANES, window * LANES);
                WinogradMaps.input(size, s, t, window * LANES, LANES, v + i * channels + c, window * plane, plane);
            }
        }
    }

    /**
     * Maps the products of some tiles to results, adds bias and residual, and clips.
     *
     * @param size rows and columns of results of a tile, 2 or 4
     * @param s the scratch memory
     * @param t offset of the products, {@code [(size + 2)²][tile][vector][lane]}; behind them {@code size * (size + 2) *
     *     LANES} floats are used
     * @param tiles tiles there
     * @param vectors vectors of channels there
     * @param count tiles to write
     * @param first the first tile of the image, counted along its rows
     * @param y offset of the image of results, of the first channel
     * @param yRow distance of its rows
     * @param yCol distance of its pixels
     * @param rows its rows
     * @param cols its columns
     * @param r offset of what is added, -1 for nothing; its rows and pixels are as far apart as {@code rRow} and
     *     {@code yCol} say
     * @param rRow distance of its rows
     * @param w the weights
     * @param b offset of the bias of the first channel
     * @param channels all channels of the result: where the vectors exceed them, the last ones overlap
     * @param least the smallest result, 0 or negative infinity, if {@link Simd#MIN_MAX}
     * @param most the largest result, 0 or above, if {@link Simd#MIN_MAX}
     */
    public static void output(
            int size,
            float[] s,
            int t,
            int tiles,
            int vectors,
            int count,
            int first,
            int y,
            int yRow,
            int yCol,
            int rows,
            int cols,
            int r,
            int rRow,
            float[] w,
            int b,
            int channels,
            float least,
            float most) {
        int window = size + MORE;
        int perRow = (cols + size - 1) / size;
        int tile = vectors * LANES;
        int plane = tiles * tile;
        int half = t + window * window * plane;
        for (int i = 0; i < count; i++) {
            int row = Math.min((first + i) / perRow * size, rows - size);
            int col = Math.min((first + i) % perRow * size, cols - size);
            for (int vector = 0; vector < vectors; vector++) {
                int c = Math.min(vector * LANES, channels - LANES);
                int to = y + c + row * yRow + col * yCol;
                WinogradMaps.rows(size, s, t + i * tile + vector * LANES, plane, half);
                WinogradMaps.columns(size, s, half);
                int add = r < 0 ? -1 : r + c + row * rRow + col * yCol;
                Sums.finish(s, half, size, size, 1, to, yRow, yCol, add, rRow, yCol, w, b + c, LANES, least, most);
            }
        }
    }
}
