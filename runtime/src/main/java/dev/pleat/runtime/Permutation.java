package dev.pleat.runtime;

import java.util.Arrays;

/**
 * A reordering of the dimensions of a dense array, as NumPy's {@code transpose}; immutable.
 *
 * <p>Dimensions of one, and neighbours that stay neighbours, are merged when it is made. What remains moves in
 * contiguous runs, or in square blocks where the last dimension changes, so that lines of the cache are used while they
 * are there.
 */
public final class Permutation {
    private static final int BLOCK = 16;

    /** Of the result's dimensions: sizes, and how far apart their elements are in the source and in the result. */
    private final int[] sizes;

    private final int[] xSteps;
    private final int[] ySteps;

    /** The dimension whose elements are neighbours in the source. */
    private final int dense;

    private Permutation(int[] sizes, int[] xSteps) {
        this.sizes = sizes;
        this.xSteps = xSteps;
        this.ySteps = steps(sizes);
        int dense = sizes.length - 1;
        for (int d = 0; d < sizes.length; d++) {
            dense = xSteps[d] == 1 ? d : dense;
        }
        this.dense = dense;
    }

    /**
     * Returns what makes dimension {@code dims[d]} of a dense array of {@code shape} the dimension {@code d} of the
     * result.
     *
     * @param dims every number below {@code shape.length} once
     * @throws IllegalArgumentException if it is not that
     */
    public static Permutation of(int[] shape, int... dims) {
        check(shape, dims);
        int[] steps = steps(shape);
        int[] sizes = new int[dims.length];
        int[] xSteps = new int[dims.length];
        int count = 0;
        for (int dim : dims) {
            if (shape[dim] == 1) {
                continue;
            }
            if (count > 0 && xSteps[count - 1] == shape[dim] * steps[dim]) {
                sizes[count - 1] *= shape[dim];
                xSteps[count - 1] = steps[dim];
            } else {
                sizes[count] = shape[dim];
                xSteps[count++] = steps[dim];
            }
        }
        if (count == 0) {
            return new Permutation(new int[] {1}, new int[] {1});
        }
        return new Permutation(Arrays.copyOf(sizes, count), Arrays.copyOf(xSteps, count));
    }

    /** Writes the array at {@code xAt} to {@code yAt}, reordered. The two must not overlap. */
    public void apply(float[] x, int xAt, float[] y, int yAt) {
        apply(0, x, xAt, y, yAt);
    }

    private void apply(int dim, float[] x, int xAt, float[] y, int yAt) {
        int last = sizes.length - 1;
        if (dim == last) {
            innermost(x, xAt, y, yAt);
        } else if (dim == dense) {
            apply(dim + 1, x, xAt, y, yAt); // together with the last
        } else {
            for (int i = 0; i < sizes[dim]; i++) {
                apply(dim + 1, x, xAt + i * xSteps[dim], y, yAt + i * ySteps[dim]);
            }
        }
    }

    private void innermost(float[] x, int xAt, float[] y, int yAt) {
        int last = sizes.length - 1;
        if (dense == last) {
            System.arraycopy(x, xAt, y, yAt, sizes[last]);
            return;
        }
        for (int i = 0; i < sizes[dense]; i += BLOCK) {
            int height = Math.min(BLOCK, sizes[dense] - i);
            for (int j = 0; j < sizes[last]; j += BLOCK) {
                int width = Math.min(BLOCK, sizes[last] - j);
                transpose(
                        x,
                        xAt + i + j * xSteps[last],
                        xSteps[last],
                        y,
                        yAt + i * ySteps[dense] + j,
                        ySteps[dense],
                        height,
                        width);
            }
        }
    }

    private static void transpose(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int height, int width) {
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                y[yAt + i * yStep + j] = x[xAt + i + j * xStep];
            }
        }
    }

    private static void check(int[] shape, int[] dims) {
        boolean[] seen = new boolean[shape.length];
        for (int dim : dims) {
            if (dim < 0 || dim >= shape.length || seen[dim]) {
                throw invalid(shape, dims);
            }
            seen[dim] = true;
        }
        if (dims.length != shape.length) {
            throw invalid(shape, dims);
        }
    }

    private static IllegalArgumentException invalid(int[] shape, int[] dims) {
        return new IllegalArgumentException(Arrays.toString(dims) + " does not reorder the " + shape.length
                + " dimensions of " + Arrays.toString(shape));
    }

    private static int[] steps(int[] shape) {
        int[] steps = new int[shape.length];
        int step = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            steps[d] = step;
            step *= shape[d];
        }
        return steps;
    }
}
