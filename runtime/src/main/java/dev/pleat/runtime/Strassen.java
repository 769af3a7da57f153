package dev.pleat.runtime;

/**
 * Strassen's multiplication of matrices, in Winograd's form: the product of two matrices of 2×2 blocks by 7
 * multiplications of blocks instead of 8. The numbers of a 1×1 convolution are such a matrix, of pixels by channels, and
 * its weights another.
 *
 * <p>Source: Strassen, Gaussian Elimination is not Optimal, 1969; Winograd, 1971, with 15 additions; Higham, Accuracy and
 * Stability of Numerical Algorithms, 23.2, on its rounding. An error is small beside the largest of the pair of pixels
 * that a result comes from, not always beside the result, and what is no finite number in one pixel is none in the
 * other. Weights are added up in double precision.
 *
 * <p>The pixels of an image are taken in pairs, of one from its first half and one from its second. Where their number is
 * odd, the one in the middle is in both, and is written from the first. Call {@link #input} and {@link #output} only
 * where {@link Simd#AVAILABLE} is true.
 */
public final class Strassen {
    /** Products of blocks, in the order in which the sums of {@link #output} need them. */
    public static final int PRODUCTS = 7;

    private static final int LANES = Simd.LANES;

    private Strassen() {}

    /**
     * Returns the sums of blocks of the weights, one for each product.
     *
     * @param kernel {@code [inputs, outputs]}, last dimension fastest
     * @param inputs how many, an even number
     * @param outputs how many, an even number
     * @return {@code [7, inputs / 2, outputs / 2]}
     */
    public static float[] kernel(float[] kernel, int inputs, int outputs) {
        float[] sums = new float[PRODUCTS * (inputs / 2) * (outputs / 2)];
        for (int i = 0; i < inputs / 2; i++) {
            row(kernel, inputs, outputs, i, sums);
        }
        return sums;
    }

    /** Adds up a row of blocks. A method of its own is compiled after a few calls, a loop much later. */
    private static void row(float[] kernel, int inputs, int outputs, int i, float[] sums) {
        int half = outputs / 2;
        int above = i * outputs;
        int below = above + inputs / 2 * outputs;
        int plane = inputs / 2 * half;
        for (int o = 0; o < half; o++) {
            double b11 = kernel[above + o];
            double b12 = kernel[above + half + o];
            double b21 = kernel[below + o];
            double b22 = kernel[below + half + o];
            double t1 = b12 - b11;
            double t2 = b22 - t1;
            int at = i * half + o;
            sums[at] = (float) b11;
            sums[at + plane] = Float32.folded(t2);
            sums[at + 2 * plane] = (float) b21;
            sums[at + 3 * plane] = Float32.folded(b22 - b12);
            sums[at + 4 * plane] = Float32.folded(t1);
            sums[at + 5 * plane] = (float) b22;
            sums[at + 6 * plane] = Float32.folded(b21 - t2);
        }
    }

    /**
     * Writes the sums of blocks of what some pairs of pixels read: {@code [7][pair][half a pixel's channels]}.
     *
     * @param s the scratch memory
     * @param x offset of the image
     * @param xRow distance of its rows
     * @param xCol distance of its pixels
     * @param cols its columns
     * @param pixels all its pixels
     * @param inputs channels of a pixel, an even number, at least {@code 2 * }{@link Simd#LANES}
     * @param to offset of the result
     * @param plane distance of the sums for one product from those for the next
     * @param pitch distance of pairs
     * @param first the first pair
     * @param from which pair from there on to begin with
     * @param end the one behind the last; behind the image's last pair, that one is repeated
     */
    public static void input(
            float[] s,
            int x,
            int xRow,
            int xCol,
            int cols,
            int pixels,
            int inputs,
            int to,
            int plane,
            int pitch,
            int first,
            int from,
            int end) {
        int pairs = (pixels + 1) / 2;
        for (int i = from; i < end; i++) {
            int pair = Math.min(first + i, pairs - 1);
            int other = pair + pixels - pairs;
            int a = x + pair / cols * xRow + pair % cols * xCol;
            int b = x + other / cols * xRow + other % cols * xCol;
            StrassenMap.input(s, a, b, inputs / 2, to + i * pitch, plane);
        }
    }

    /**
     * Writes sums of some pixels that follow each other, with bias and residual, clipped.
     *
     * @param s the scratch memory
     * @param t offset of the sums, {@code [pixel][vector][lane]}
     * @param v offset of others to add to them, -1 for none
     * @param vectors vectors of channels there
     * @param first the first pixel, counted along the rows of the image
     * @param count how many
     * @param begin the first pixel to write; the ones before are only skipped
     * @param cols columns of the image
     * @param y offset of the image of results, of the first channel
     * @param yRow distance of its rows
     * @param yCol distance of its pixels
     * @param r offset of what is added, -1 for nothing
     * @param rRow distance of its rows
     * @param rCol distance of its pixels
     * @param w the weights
     * @param b offset of the bias of the first channel
     * @param channels channels to write: where the vectors exceed them, the last ones overlap
     * @param least the smallest result, 0 or negative infinity, if {@link Simd#MIN_MAX}
     * @param most the largest result, 0 or above, if {@link Simd#MIN_MAX}
     */
    public static void output(
            float[] s,
            int t,
            int v,
            int vectors,
            int first,
            int count,
            int begin,
            int cols,
            int y,
            int yRow,
            int yCol,
            int r,
            int rRow,
            int rCol,
            float[] w,
            int b,
            int channels,
            float least,
            float most) {
        int pitch = vectors * LANES;
        if (v >= 0 && r >= 0) {
            Arithmetic.add(s, t, 1, s, v, 1, s, t, count * pitch);
        }
        int length;
        for (int i = Math.max(0, begin - first); i < count; i += length) {
            int row = (first + i) / cols;
            int col = (first + i) % cols;
            length = Math.min(count - i, cols - col);
            for (int vector = 0; vector < vectors; vector++) {
                int c = Math.min(vector * LANES, channels - LANES);
                int from = t + i * pitch + vector * LANES;
                int to = y + row * yRow + col * yCol + c;
                if (r >= 0) {
                    int more = r + row * rRow + col * rCol + c;
                    SumsTile.write(s, from, 0, pitch, to, 0, yCol, more, 0, rCol, 1, length, w, b + c, least, most);
                } else {
                    int more = v < 0 ? -1 : from - t + v;
                    SumsTile.write(s, from, 0, pitch, to, 0, yCol, more, 0, pitch, 1, length, w, b + c, least, most);
                }
            }
        }
    }
}
