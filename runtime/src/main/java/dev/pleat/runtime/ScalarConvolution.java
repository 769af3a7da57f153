package dev.pleat.runtime;

/**
 * Convolutions and dense layers without vectors: the specification of the kernels that are compiled for a model, and
 * what runs where the vector module is absent.
 *
 * <p>All distances are in floats. A window's elements are three nested loops, the innermost contiguous:
 * {@code n2} times {@code s2} apart, {@code n1} times {@code s1} apart, {@code n0}.
 */
public final class ScalarConvolution {

    private ScalarConvolution() {}

    /**
     * Computes {@code y[p][o] = bias[o] + add[p][o] + Σ x[p][k]·w[k][o]} for every pixel and group.
     *
     * @param s the memory that holds {@code x}, {@code y} and {@code add}
     * @param add where the residual begins, -1 without one
     * @param kernel where the weights begin, {@code [group][k][o]}, groups {@code kernelGroup} apart
     * @param inputs input channels of a group, which lie one group behind the other
     * @param outputs output channels of a group, likewise
     */
    public static void apply(
            float[] s,
            int x,
            int xRow,
            int xCol,
            int y,
            int yRow,
            int yCol,
            int add,
            int addRow,
            int addCol,
            float[] w,
            int kernel,
            int kernelGroup,
            int bias,
            int rows,
            int cols,
            int n2,
            int s2,
            int n1,
            int s1,
            int n0,
            int groups,
            int inputs,
            int outputs) {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int from = x + row * xRow + col * xCol;
                int to = y + row * yRow + col * yCol;
                int residual = add < 0 ? -1 : add + row * addRow + col * addCol;
                for (int group = 0; group < groups; group++) {
                    int first = group * outputs;
                    pixel(
                            s,
                            from + group * inputs,
                            to + first,
                            residual < 0 ? -1 : residual + first,
                            w,
                            kernel + group * kernelGroup,
                            bias + first,
                            n2,
                            s2,
                            n1,
                            s1,
                            n0,
                            outputs);
                }
            }
        }
    }

    private static void pixel(
            float[] s,
            int x,
            int y,
            int add,
            float[] w,
            int kernel,
            int bias,
            int n2,
            int s2,
            int n1,
            int s1,
            int n0,
            int outputs) {
        int o = 0;
        for (; o <= outputs - 4; o += 4) {
            float a0 = w[bias + o];
            float a1 = w[bias + o + 1];
            float a2 = w[bias + o + 2];
            float a3 = w[bias + o + 3];
            int k = kernel + o;
            for (int i = 0; i < n2; i++) {
                for (int j = 0; j < n1; j++) {
                    int from = x + i * s2 + j * s1;
                    for (int l = from; l < from + n0; l++) {
                        float value = s[l];
                        a0 += value * w[k];
                        a1 += value * w[k + 1];
                        a2 += value * w[k + 2];
                        a3 += value * w[k + 3];
                        k += outputs;
                    }
                }
            }
            s[y + o] = add < 0 ? a0 : a0 + s[add + o];
            s[y + o + 1] = add < 0 ? a1 : a1 + s[add + o + 1];
            s[y + o + 2] = add < 0 ? a2 : a2 + s[add + o + 2];
            s[y + o + 3] = add < 0 ? a3 : a3 + s[add + o + 3];
        }
        for (; o < outputs; o++) {
            float sum = dot(s, x, w, kernel + o, n2, s2, n1, s1, n0, outputs) + w[bias + o];
            s[y + o] = add < 0 ? sum : sum + s[add + o];
        }
    }

    private static float dot(
            float[] s, int x, float[] w, int kernel, int n2, int s2, int n1, int s1, int n0, int outputs) {
        float even = 0;
        float odd = 0;
        int k = kernel;
        for (int i = 0; i < n2; i++) {
            for (int j = 0; j < n1; j++) {
                int from = x + i * s2 + j * s1;
                int l = from;
                for (; l < from + n0 - 1; l += 2) {
                    even += s[l] * w[k];
                    odd += s[l + 1] * w[k + outputs];
                    k += 2 * outputs;
                }
                if (l < from + n0) {
                    even += s[l] * w[k];
                    k += outputs;
                }
            }
        }
        return even + odd;
    }

    /**
     * Computes a depthwise convolution, {@code y[p][c] = bias[c] + add[p][c] + Σ x[p][tap][c]·w[tap][c]}.
     *
     * @param n2 rows of the window, {@code s2} apart
     * @param n1 columns of the window, {@code s1} apart
     */
    public static void depthwise(
            float[] s,
            int x,
            int xRow,
            int xCol,
            int y,
            int yRow,
            int yCol,
            int add,
            int addRow,
            int addCol,
            float[] w,
            int kernel,
            int bias,
            int rows,
            int cols,
            int n2,
            int s2,
            int n1,
            int s1,
            int channels) {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int from = x + row * xRow + col * xCol;
                int to = y + row * yRow + col * yCol;
                for (int c = 0; c < channels; c++) {
                    float sum = w[bias + c];
                    int k = kernel + c;
                    for (int i = 0; i < n2; i++) {
                        for (int j = 0; j < n1; j++) {
                            sum += s[from + i * s2 + j * s1 + c] * w[k];
                            k += channels;
                        }
                    }
                    s[to + c] = add < 0 ? sum : sum + s[add + row * addRow + col * addCol + c];
                }
            }
        }
    }
}
