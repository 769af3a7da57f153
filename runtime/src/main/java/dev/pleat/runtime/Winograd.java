package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Winograd's minimal filtering F(4×4, 3×3): 4×4 results of a 3×3 convolution from 6×6 numbers with 36 multiplications
 * instead of 144, after linear maps of the numbers, the weights and the products.
 *
 * <p>Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015, with their points 0, ±1, ±2, ∞.
 * Rounding grows: results are within about 1e-6 of the largest one instead of 2e-7. Weights are mapped in double
 * precision.
 *
 * <p>Where an image is no multiple of 4, its last tiles overlap those before. Touch {@link #input} and {@link #output}
 * only where {@link Simd#AVAILABLE} is true; for the style see {@link Lanes}.
 */
public final class Winograd {
    /** Rows and columns of results of a tile. */
    public static final int SIZE = 4;

    /** Rows and columns of numbers that a tile reads. */
    private static final int WINDOW = 6;

    private static final int LANES = Lanes.COUNT;

    /** The matrix G of the weights: one row for each point. */
    private static final double[][] WEIGHTS = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };

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
        double[] rows = new double[WINDOW * 3];
        for (int i = 0; i < perTap; i++) {
            for (int a = 0; a < WINDOW; a++) {
                for (int col = 0; col < 3; col++) {
                    double sum = 0;
                    for (int row = 0; row < 3; row++) {
                        sum += WEIGHTS[a][row] * kernel[(row * 3 + col) * perTap + i];
                    }
                    rows[a * 3 + col] = sum;
                }
            }
            for (int a = 0; a < WINDOW; a++) {
                for (int b = 0; b < WINDOW; b++) {
                    double sum = 0;
                    for (int col = 0; col < 3; col++) {
                        sum += WEIGHTS[b][col] * rows[a * 3 + col];
                    }
                    mapped[(a * WINDOW + b) * perTap + i] = Float32.folded(sum);
                }
            }
        }
        return mapped;
    }

    /**
     * Maps what some tiles read: {@code [36][tile][channel]}.
     *
     * @param s the scratch memory
     * @param x offset of what the first tile reads first
     * @param xRow distance of rows; pixels lie one behind the other
     * @param channels channels of a pixel, at least {@link Simd#LANES}
     * @param v offset of the result; behind it {@code 36 * LANES} floats are used
     * @param count tiles to write
     * @param first the first tile of the image, counted along its rows; behind the last one, that one is repeated
     * @param rows rows of the image of results
     * @param cols its columns
     */
    public static void input(
            float[] s, int x, int xRow, int channels, int v, int count, int first, int rows, int cols) {
        int perRow = (cols + SIZE - 1) / SIZE;
        int last = perRow * ((rows + SIZE - 1) / SIZE) - 1;
        int plane = count * channels;
        int t = v + WINDOW * WINDOW * plane;
        for (int i = 0; i < count; i++) {
            int tile = Math.min(first + i, last);
            int row = Math.min(tile / perRow * SIZE, rows - SIZE);
            int col = Math.min(tile % perRow * SIZE, cols - SIZE);
            for (int n = 0; n < channels; n += LANES) {
                int c = Math.min(n, channels - LANES);
                mapInput(s, x + row * xRow + col * channels + c, channels, xRow, t, LANES, WINDOW * LANES);
                mapInput(s, t, WINDOW * LANES, LANES, v + i * channels + c, WINDOW * plane, plane);
            }
        }
    }

    /** Maps six columns, each of six vectors {@code step} apart; columns are {@code next} apart. */
    private static void mapInput(float[] s, int x, int next, int step, int y, int yNext, int yStep) {
        for (int i = 0; i < WINDOW; i++) {
            int a = x + i * next;
            int b = y + i * yNext;
            FloatVector d0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector d1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + step));
            FloatVector d2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * step));
            FloatVector d3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * step));
            FloatVector d4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * step));
            FloatVector d5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * step));
            FloatVector even = (FloatVector) CLASS.cast(d4.sub(d2));
            FloatVector odd = (FloatVector) CLASS.cast(d3.sub(d1));
            FloatVector odd2 = (FloatVector) CLASS.cast(odd.add(odd));
            FloatVector even4 = (FloatVector) CLASS.cast(d4.sub((FloatVector) CLASS.cast(d2.mul(4f))));
            FloatVector odd4 = (FloatVector) CLASS.cast(d3.sub((FloatVector) CLASS.cast(d1.mul(4f))));
            FloatVector first = (FloatVector) CLASS.cast(((FloatVector) CLASS.cast(d0.sub(d2))).mul(4f));
            FloatVector last = (FloatVector) CLASS.cast(d5.sub(d3));
            first.add(even).intoArray(s, b);
            even4.add(odd4).intoArray(s, b + yStep);
            even4.sub(odd4).intoArray(s, b + 2 * yStep);
            even.add(odd2).intoArray(s, b + 3 * yStep);
            even.sub(odd2).intoArray(s, b + 4 * yStep);
            last.sub((FloatVector) CLASS.cast(odd.mul(4f))).intoArray(s, b + 5 * yStep);
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
     * @param least the smallest result, if {@link Simd#MIN_MAX}
     * @param most the largest result, if {@link Simd#MIN_MAX}
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
                mapRows(s, t + i * tile + vector * LANES, plane, half);
                if (r < 0) {
                    write(s, half, to, yRow, yCol, w, b + c, least, most);
                } else {
                    add(s, half, to, yRow, yCol, r + c + row * rRow + col * yCol, rRow, w, b + c, least, most);
                }
            }
        }
    }

    /** Maps the six rows of products of a tile, {@code plane} apart, to four rows of six. */
    private static void mapRows(float[] s, int t, int plane, int half) {
        for (int i = 0; i < WINDOW; i++) {
            int a = t + i * plane;
            int to = half + i * LANES;
            FloatVector m0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector m1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + WINDOW * plane));
            FloatVector m2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * WINDOW * plane));
            FloatVector m3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * WINDOW * plane));
            FloatVector m4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * WINDOW * plane));
            FloatVector m5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * WINDOW * plane));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            FloatVector sum2 = (FloatVector) CLASS.cast(m3.add(m4));
            FloatVector difference2 = (FloatVector) CLASS.cast(m3.sub(m4));
            FloatVector y0 = (FloatVector) CLASS.cast(m0.add((FloatVector) CLASS.cast(sum.add(sum2))));
            FloatVector y1 =
                    (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.add(difference2))));
            FloatVector y2 = (FloatVector) CLASS.cast(sum.add((FloatVector) CLASS.cast(sum2.mul(4f))));
            FloatVector y3 = (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.mul(8f))));
            y3 = (FloatVector) CLASS.cast(y3.add(m5));
            y0.intoArray(s, to);
            y1.intoArray(s, to + WINDOW * LANES);
            y2.intoArray(s, to + 2 * WINDOW * LANES);
            y3.intoArray(s, to + 3 * WINDOW * LANES);
        }
    }

    /** Maps four rows of six to 4×4 results. */
    private static void write(
            float[] s, int half, int y, int yRow, int yCol, float[] w, int b, float least, float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        FloatVector low = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, least));
        FloatVector high = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, most));
        for (int i = 0; i < SIZE; i++) {
            int a = half + i * WINDOW * LANES;
            int to = y + i * yRow;
            FloatVector m0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector m1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + LANES));
            FloatVector m2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * LANES));
            FloatVector m3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * LANES));
            FloatVector m4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * LANES));
            FloatVector m5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * LANES));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            FloatVector sum2 = (FloatVector) CLASS.cast(m3.add(m4));
            FloatVector difference2 = (FloatVector) CLASS.cast(m3.sub(m4));
            FloatVector y0 = (FloatVector) CLASS.cast(m0.add((FloatVector) CLASS.cast(sum.add(sum2))));
            FloatVector y1 =
                    (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.add(difference2))));
            FloatVector y2 = (FloatVector) CLASS.cast(sum.add((FloatVector) CLASS.cast(sum2.mul(4f))));
            FloatVector y3 = (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.mul(8f))));
            y3 = (FloatVector) CLASS.cast(y3.add(m5));
            y0 = (FloatVector) CLASS.cast(y0.add(bias));
            y1 = (FloatVector) CLASS.cast(y1.add(bias));
            y2 = (FloatVector) CLASS.cast(y2.add(bias));
            y3 = (FloatVector) CLASS.cast(y3.add(bias));
            if (Simd.MIN_MAX) {
                y0 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y0))));
                y1 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y1))));
                y2 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y2))));
                y3 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y3))));
            }
            y0.intoArray(s, to + 0 * yCol);
            y1.intoArray(s, to + 1 * yCol);
            y2.intoArray(s, to + 2 * yCol);
            y3.intoArray(s, to + 3 * yCol);
        }
    }

    /** As {@link #write}, with something added to the results. */
    private static void add(
            float[] s,
            int half,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            float[] w,
            int b,
            float least,
            float most) {
        FloatVector bias = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, w, b));
        FloatVector low = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, least));
        FloatVector high = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, most));
        for (int i = 0; i < SIZE; i++) {
            int a = half + i * WINDOW * LANES;
            int to = y + i * yRow;
            int from = r + i * rRow;
            FloatVector m0 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a));
            FloatVector m1 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + LANES));
            FloatVector m2 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 2 * LANES));
            FloatVector m3 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 3 * LANES));
            FloatVector m4 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 4 * LANES));
            FloatVector m5 = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, s, a + 5 * LANES));
            FloatVector sum = (FloatVector) CLASS.cast(m1.add(m2));
            FloatVector difference = (FloatVector) CLASS.cast(m1.sub(m2));
            FloatVector sum2 = (FloatVector) CLASS.cast(m3.add(m4));
            FloatVector difference2 = (FloatVector) CLASS.cast(m3.sub(m4));
            FloatVector y0 = (FloatVector) CLASS.cast(m0.add((FloatVector) CLASS.cast(sum.add(sum2))));
            FloatVector y1 =
                    (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.add(difference2))));
            FloatVector y2 = (FloatVector) CLASS.cast(sum.add((FloatVector) CLASS.cast(sum2.mul(4f))));
            FloatVector y3 = (FloatVector) CLASS.cast(difference.add((FloatVector) CLASS.cast(difference2.mul(8f))));
            y3 = (FloatVector) CLASS.cast(y3.add(m5));
            y0 = (FloatVector) CLASS.cast(y0.add(bias));
            y0 = (FloatVector) CLASS.cast(y0.add(FloatVector.fromArray(SPECIES, s, from + 0 * yCol)));
            y1 = (FloatVector) CLASS.cast(y1.add(bias));
            y1 = (FloatVector) CLASS.cast(y1.add(FloatVector.fromArray(SPECIES, s, from + 1 * yCol)));
            y2 = (FloatVector) CLASS.cast(y2.add(bias));
            y2 = (FloatVector) CLASS.cast(y2.add(FloatVector.fromArray(SPECIES, s, from + 2 * yCol)));
            y3 = (FloatVector) CLASS.cast(y3.add(bias));
            y3 = (FloatVector) CLASS.cast(y3.add(FloatVector.fromArray(SPECIES, s, from + 3 * yCol)));
            if (Simd.MIN_MAX) {
                y0 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y0))));
                y1 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y1))));
                y2 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y2))));
                y3 = (FloatVector) CLASS.cast(high.min((FloatVector) CLASS.cast(low.max(y3))));
            }
            y0.intoArray(s, to + 0 * yCol);
            y1.intoArray(s, to + 1 * yCol);
            y2.intoArray(s, to + 2 * yCol);
            y3.intoArray(s, to + 3 * yCol);
        }
    }
}
