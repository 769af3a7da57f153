package dev.pleat.runtime;

/**
 * Lays folded weights out in the order in which the kernels read them.
 *
 * <p>A kernel computes a panel of {@code vectors} neighbouring vectors of output channels at a time, and reads for every
 * input element one vector of weights after the other: {@code [panel][k][vector][lane]}. Where the channels are no
 * multiple of the panel, the last panel (and, with fewer channels than a panel, its last vectors) overlap what was
 * computed before, so no kernel ever needs a mask or writes beyond a pixel. How many lanes there are is known only now,
 * which is why weights are packed when they are loaded.
 */
public final class Panels {

    private Panels() {}

    /**
     * Packs a kernel of any linear layer.
     *
     * @param kernel folded, {@code [taps of a row × rows][inputs][outputs of all groups]}
     * @param kernelCols taps in a row of the window
     * @param rows the rows of taps to take: first, step, count
     * @param cols the columns of taps to take: first, step, count
     * @param inputs input channels of a group
     * @param outputs output channels of a group
     * @param vectors vectors in a panel, 0 for the order of the scalar kernel: {@code [k][output]}
     * @param to where the groups go, each {@code stride} floats behind the other
     */
    public static void pack(
            float[] kernel,
            int kernelCols,
            int[] rows,
            int[] cols,
            int groups,
            int inputs,
            int outputs,
            int vectors,
            float[] to,
            int at,
            int stride) {
        int lanes = vectors == 0 ? outputs : Simd.lanes(outputs);
        int width = vectors == 0 ? outputs : vectors * lanes;
        packPanels(kernel, kernelCols, rows, cols, groups, inputs, outputs, width, lanes, to, at, stride);
    }

    /**
     * Packs a kernel of a linear layer for panels whose last vector has half of the lanes, 8 at most.
     *
     * @param vectors vectors in a panel, with the half one
     * @see #pack
     */
    public static void packWithHalf(
            float[] kernel,
            int kernelCols,
            int[] rows,
            int[] cols,
            int groups,
            int inputs,
            int outputs,
            int vectors,
            float[] to,
            int at,
            int stride) {
        int half = Simd.halfLanes();
        int width = (vectors - 1) * Simd.lanes(outputs) + half;
        packPanels(kernel, kernelCols, rows, cols, groups, inputs, outputs, width, half, to, at, stride);
    }

    /**
     * Packs the panels of all groups.
     *
     * @param width channels in a panel
     * @param lanes lanes of the vectors in a panel, which overlap where the channels are fewer
     */
    private static void packPanels(
            float[] kernel,
            int kernelCols,
            int[] rows,
            int[] cols,
            int groups,
            int inputs,
            int outputs,
            int width,
            int lanes,
            float[] to,
            int at,
            int stride) {
        for (int group = 0; group < groups; group++) {
            int next = at + group * stride;
            int panels = (outputs + width - 1) / width;
            for (int panel = 0; panel < panels; panel++) {
                int first = group * outputs + Math.min(panel * width, Math.max(0, outputs - width));
                next = packPanel(
                        kernel,
                        kernelCols,
                        rows,
                        cols,
                        inputs,
                        groups * outputs,
                        first,
                        outputs,
                        lanes,
                        width,
                        to,
                        next);
            }
        }
    }

    private static int packPanel(
            float[] kernel,
            int kernelCols,
            int[] rows,
            int[] cols,
            int inputs,
            int allOutputs,
            int first,
            int outputs,
            int lanes,
            int width,
            float[] to,
            int at) {
        int next = at;
        for (int r = 0; r < rows[2]; r++) {
            for (int c = 0; c < cols[2]; c++) {
                int tap = (rows[0] + r * rows[1]) * kernelCols + cols[0] + c * cols[1];
                for (int i = 0; i < inputs; i++) {
                    packRow(kernel, (tap * inputs + i) * allOutputs + first, outputs, lanes, width, to, next);
                    next += width;
                }
            }
        }
        return next;
    }

    /** Packs the weights of an input. A method of its own is compiled after a few calls, a loop much later. */
    private static void packRow(float[] kernel, int from, int outputs, int lanes, int width, float[] to, int at) {
        for (int vector = 0; vector < width; vector += lanes) {
            int channel = Math.min(vector, outputs - lanes);
            System.arraycopy(kernel, from + channel, to, at + vector, lanes);
        }
    }

    /** Copies values that are read in their own order: biases, scales, depthwise kernels. */
    public static void copy(float[] from, float[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
    }

    /** Copies values several times, one copy behind the other. */
    public static void repeat(float[] from, int copies, float[] to, int at) {
        for (int copy = 0; copy < copies; copy++) {
            copy(from, to, at + copy * from.length);
        }
    }

    /**
     * Repeats a tensor to a larger shape of the same rank, along the axes in which it has 1.
     */
    public static float[] broadcast(float[] from, int[] fromShape, int[] shape) {
        int size = 1;
        for (int dim : shape) {
            size *= dim;
        }
        float[] result = new float[size];
        for (int i = 0; i < size; i++) {
            int rest = i;
            int index = 0;
            int stride = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                int position = rest % shape[axis];
                rest /= shape[axis];
                index += fromShape[axis] == 1 ? 0 : position * stride;
                stride *= fromShape[axis];
            }
            result[i] = from[index];
        }
        return result;
    }
}
