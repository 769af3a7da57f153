package dev.pleat.runtime;

/**
 * Winograd's minimal filtering F(4×4, 3×3): 4×4 results of a 3×3 convolution from 6×6 numbers with 36 multiplications
 * instead of 144, after linear maps of the numbers, the weights and the products.
 *
 * <p>Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015, with their points 0, ±1, ±2, ∞.
 * Results are rounded more than those of the direct way. Weights are mapped in double precision.
 *
 * <p>Where an image is no multiple of 4, its last tiles overlap those before. Call {@link #input} and {@link #output}
 * only where {@link Simd#AVAILABLE} is true.
 */
public final class Winograd {
    /** Rows and columns of results of a tile. */
    public static final int SIZE = 4;

    /** Rows and columns of numbers that a tile reads. */
    static final int WINDOW = 6;

    private static final int LANES = Simd.LANES;

    private Winograd() {}

    /**
     * Returns the mapped weights.
     *
     * @param kernel {@code [3, 3, inputs, outputs]}, last dimension fastest
     * @param perTap inputs times outputs
     * @return {@code [36, inputs, outputs]}
     */
    public static float[] kernel(float[] kernel, int perTap) {
        float[] mapped = new float[WINDOW * WINDOW * perTap];
        Window window = new Window();
        for (int i = 0; i < perTap; i++) {
            window.map(kernel, perTap, i, mapped);
        }
        return mapped;
    }

    /**
     * Maps the weights of one input and output. Short methods without loops: a fresh process, which runs them a few thousand
     * times, interprets loops for longer, and compiles them for longer than it runs them.
     */
    private static final class Window {
        /** What the matrix G makes of the columns of a window, {@code [point][column]}. */
        private final double[] rows = new double[WINDOW * 3];

        void map(float[] kernel, int perTap, int i, float[] mapped) {
            column(kernel, i, 3 * perTap, 0);
            column(kernel, i + perTap, 3 * perTap, 1);
            column(kernel, i + 2 * perTap, 3 * perTap, 2);
            int row = WINDOW * perTap;
            row(0, mapped, i, perTap);
            row(3, mapped, i + row, perTap);
            row(6, mapped, i + 2 * row, perTap);
            row(9, mapped, i + 3 * row, perTap);
            row(12, mapped, i + 4 * row, perTap);
            row(15, mapped, i + 5 * row, perTap);
        }

        /** G is {@code {1/4, 0, 0}, {-1/6, ±1/6, -1/6}, {1/24, ±1/12, 1/6}, {0, 0, 1}}. */
        private void column(float[] kernel, int at, int step, int col) {
            double first = kernel[at];
            double second = kernel[at + step];
            double third = kernel[at + 2 * step];
            double outer = (first + third) * (-1 / 6.0);
            double inner = second * (1 / 6.0);
            double far = first * (1 / 24.0) + third * (1 / 6.0);
            double half = second * (1 / 12.0);
            rows[col] = first * 0.25;
            rows[3 + col] = outer - inner;
            rows[6 + col] = outer + inner;
            rows[9 + col] = far + half;
            rows[12 + col] = far - half;
            rows[15 + col] = third;
        }

        /** The same of a row. */
        private void row(int row, float[] mapped, int at, int step) {
            double first = rows[row];
            double second = rows[row + 1];
            double third = rows[row + 2];
            double outer = (first + third) * (-1 / 6.0);
            double inner = second * (1 / 6.0);
            double far = first * (1 / 24.0) + third * (1 / 6.0);
            double half = second * (1 / 12.0);
            mapped[at] = Float32.folded(first * 0.25);
            mapped[at + step] = Float32.folded(outer - inner);
            mapped[at + 2 * step] = Float32.folded(outer + inner);
            mapped[at + 3 * step] = Float32.folded(far + half);
            mapped[at + 4 * step] = Float32.folded(far - half);
            mapped[at + 5 * step] = Float32.folded(third);
        }
    }

    /**
     * Maps what some tiles read: {@code [36][tile][channel]}.
     *
     * @param s the scratch memory
     * @param x offset of what the first tile reads first
     * @param xRow distance of rows; pixels lie one behind the other
     * @param channels channels of a pixel, at least {@link Simd#LANES}
     * @param v offset of the result
     * @param tiles tiles that have room there
     * @param t offset of {@code 36 * LANES} floats to use meanwhile
     * @param from the first of them to write
     * @param to the one behind the last to write
     * @param first the tile of the image that is the first there, counted along its rows; behind the last one, that one
     *     is repeated
     * @param rows rows of the image of results
     * @param cols its columns
     */
    public static void input(
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
        int perRow = (cols + SIZE - 1) / SIZE;
        int last = perRow * ((rows + SIZE - 1) / SIZE) - 1;
        int plane = tiles * channels;
        for (int i = from; i < to; i++) {
            int tile = Math.min(first + i, last);
            int row = Math.min(tile / perRow * SIZE, rows - SIZE);
            int col = Math.min(tile % perRow * SIZE, cols - SIZE);
            for (int n = 0; n < channels; n += LANES) {
                int c = Math.min(n, channels - LANES);
                WinogradMaps.input(s, x + row * xRow + col * channels + c, channels, xRow, t, LANES, WINDOW * LANES);
                WinogradMaps.input(s, t, WINDOW * LANES, LANES, v + i * channels + c, WINDOW * plane, plane);
            }
        }
    }

    /**
     * Maps the products of some tiles to results, adds bias and residual, and clips.
     *
     * @param s the scratch memory
     * @param t offset of the products, {@code [36][tile][vector][lane]}; behind them {@code 24 * LANES} floats are used
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
        int perRow = (cols + SIZE - 1) / SIZE;
        int tile = vectors * LANES;
        int plane = tiles * tile;
        int half = t + WINDOW * WINDOW * plane;
        for (int i = 0; i < count; i++) {
            int row = Math.min((first + i) / perRow * SIZE, rows - SIZE);
            int col = Math.min((first + i) % perRow * SIZE, cols - SIZE);
            for (int vector = 0; vector < vectors; vector++) {
                int c = Math.min(vector * LANES, channels - LANES);
                int to = y + c + row * yRow + col * yCol;
                WinogradMaps.rows(s, t + i * tile + vector * LANES, plane, half);
                WinogradMaps.columns(s, half);
                int add = r < 0 ? -1 : r + c + row * rRow + col * yCol;
                Sums.finish(s, half, SIZE, SIZE, 1, to, yRow, yCol, add, rRow, yCol, w, b + c, LANES, least, most);
            }
        }
    }
}
